// What QPainter has painted, pixel by pixel: ground and overlays. A QImage has blue first.
uniform sampler2D layer;
in vec2 at;
out vec4 colour;

void main()
{
    colour = texelFetch(layer, ivec2(at), 0).bgra;
}
