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

vec3 samplesAt(vec2 point)
{
    if (order == 2)
        return texture(first, point).bgr;
    float luma = texture(first, point).r;
    if (order == 1)
        return vec3(luma, texture(second, point).rg);
    return vec3(luma, texture(second, point).r, texture(third, point).r);
}

void main()
{
    vec3 sum = vec3(0.0);
    for (int y = 0; y < taps.y; ++y) {
        for (int x = 0; x < taps.x; ++x)
            sum += samplesAt(at + ((vec2(float(x), float(y)) + 0.5) / vec2(taps) - 0.5) * reach);
    }
    vec4 mean = vec4(sum / float(taps.x * taps.y), 1.0);
    colour = vec4(order == 2 ? mean.rgb : vec3(dot(red, mean), dot(green, mean), dot(blue, mean)), 1.0);
}
