// A decoded picture: scaled by the mean of what lies below a pixel of the screen, then converted. The mean of Y, Cb and
// Cr is that of RGB, so one conversion a pixel is enough.
uniform sampler2D first;
uniform sampler2D second;
uniform sampler2D third;
uniform int order; // 0: Y, Cb, Cr; 1: Y and CbCr; 2: an RGB32 image
uniform vec4 red;
uniform vec4 green;
uniform vec4 blue;
uniform ivec2 taps; // a pixel of the screen is looked at in so many places
uniform vec2 reach; // and is so large, in texture coordinates
in vec2 at;
out vec4 colour;

vec4 mean(sampler2D plane, ivec2 places)
{
    vec4 sum = vec4(0.0);
    for (int y = 0; y < places.y; ++y) {
        for (int x = 0; x < places.x; ++x)
            sum += texture(plane, at + ((vec2(float(x), float(y)) + 0.5) / vec2(places) - 0.5) * reach);
    }
    return sum / float(places.x * places.y);
}

void main()
{
    if (order == 2) {
        colour = vec4(mean(first, taps).bgr, 1.0);
        return;
    }
    ivec2 fewer = (taps + 1) / 2; // chroma is half the size, or smooth enough
    vec2 chroma = order == 1 ? mean(second, fewer).rg : vec2(mean(second, fewer).r, mean(third, fewer).r);
    vec4 point = vec4(mean(first, taps).r, chroma, 1.0);
    colour = vec4(dot(red, point), dot(green, point), dot(blue, point), 1.0);
}
