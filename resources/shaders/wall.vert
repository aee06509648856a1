// A rectangle without a buffer: its corners come from their numbers.
uniform vec4 place; // left, top, width, height in clip space
uniform vec4 part;  // the same of the texture, in whatever unit its shader reads it
out vec2 at;

void main()
{
    vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1));
    at = part.xy + corner * part.zw;
    gl_Position = vec4(place.xy + corner * place.zw, 0.0, 1.0);
}
