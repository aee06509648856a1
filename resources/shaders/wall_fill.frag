uniform vec4 fill; // premultiplied
out vec4 colour;

void main()
{
    colour = fill;
}
