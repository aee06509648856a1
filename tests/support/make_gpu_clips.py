#!/usr/bin/env python3
"""Writes media/gpu/test_clips.cpp: two pictures of media/gpu/test_pattern.h in each codec, encoded by ffmpeg.

    tests/support/make_gpu_clips.py > media/gpu/test_clips.cpp
"""
import struct
import subprocess
import sys
import tempfile

WIDTH, HEIGHT, PICTURES = 256, 192, 2


def luma(x, y, n):
    return 48 + (x // 32 * 37 + y // 32 * 53 + n * 71) % 144


def chroma(plane, x, y, n):
    return 80 + (x // 32 * (23 + 20 * plane) + y // 32 * (31 - 14 * plane) + n * 41) % 96


def raw(bits):
    out = bytearray()
    put = (lambda v: out.append(v)) if bits == 8 else (lambda v: out.extend(struct.pack("<H", v * 4)))
    for n in range(PICTURES):
        for y in range(HEIGHT):
            for x in range(WIDTH):
                put(luma(x, y, n))
        for plane in (0, 1):
            for y in range(0, HEIGHT, 2):
                for x in range(0, WIDTH, 2):
                    put(chroma(plane, x, y, n))
    return bytes(out)


CLIPS = [
    ("h264", "H264", 8, "h264", ["-c:v", "libx264", "-profile:v", "high", "-preset", "veryslow", "-qp", "8", "-x264-params",
                                 "keyint=2:bframes=0:ref=1:8x8dct=1", "-bsf:v", "filter_units=remove_types=6"]),
    ("hevc", "HEVC", 8, "hevc", ["-c:v", "libx265", "-preset", "medium", "-x265-params",
                                 "qp=6:keyint=2:bframes=0:ref=1:info=0:log-level=none:sao=0"]),
    ("hevc10", "HEVC", 10, "hevc", ["-c:v", "libx265", "-preset", "medium", "-profile:v", "main10", "-x265-params",
                                    "qp=6:keyint=2:bframes=0:ref=1:info=0:log-level=none:sao=0"]),
    ("av1", "AV1", 8, "ivf", ["-c:v", "libaom-av1", "-crf", "6", "-b:v", "0", "-lag-in-frames", "0", "-g", "2",
                              "-cpu-used", "4", "-row-mt", "0", "-usage", "realtime"]),
]


def encoded(bits, form, arguments):
    pixels = "yuv420p" if bits == 8 else "yuv420p10le"
    with tempfile.NamedTemporaryFile(suffix="." + form) as file:
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", pixels, "-s", f"{WIDTH}x{HEIGHT}", "-r", "25",
                        "-i", "-", *arguments, "-pix_fmt", pixels, "-f", form, file.name], input=raw(bits), check=True)
        data = open(file.name, "rb").read()
        if form == "ivf":
            packets, at = [], 32
            while at < len(data):
                size = struct.unpack("<I", data[at:at + 4])[0]
                packets.append(data[at + 12:at + 12 + size])
                at += 12 + size
            return packets
        sizes = subprocess.run(["ffprobe", "-v", "error", "-show_entries", "packet=size", "-of", "csv=p=0", file.name],
                               check=True, capture_output=True, text=True).stdout.split()
        packets, at = [], 0
        for size in map(int, (word.strip(",") for word in sizes)):
            packets.append(data[at:at + size])
            at += size
        assert at == len(data), (at, len(data))
        return packets


def main():
    print('// Written by tests/support/make_gpu_clips.py. Not for the hand.\n')
    print('#include "media/gpu/test_clips.h"\n\n#include <array>\n\nextern "C" {\n#include <libavcodec/codec_id.h>\n}\n')
    print('namespace gantry::media {\nnamespace {\n\n// clang-format off')
    rows = []
    for name, codec, bits, form, arguments in CLIPS:
        packets = encoded(bits, form, arguments)
        assert len(packets) == PICTURES, (name, len(packets))
        print(f"{name}: {[len(p) for p in packets]} bytes", file=sys.stderr)
        for n, packet in enumerate(packets):
            print(f"constexpr std::array<std::uint8_t, {len(packet)}> {name}Picture{n}{{")
            for at in range(0, len(packet), 40):
                print("    " + "".join(f"{byte}," for byte in packet[at:at + 40]))
            print("};")
        rows.append(f"    TestClip{{AV_CODEC_ID_{codec}, {bits}, {{{{{name}Picture0, {name}Picture1}}}}}},")
    print('// clang-format on\n\nconstexpr std::array clips{')
    print("\n".join(rows))
    print('};\n\n} // namespace\n\nstd::span<const TestClip> testClips()\n{\n    return clips;\n}\n\n'
          'const TestClip *testClip(int codec, int bits)\n{\n    for (const TestClip &clip : clips)\n'
          '        if (clip.codec == codec && clip.bits == bits)\n            return &clip;\n    return nullptr;\n}\n\n} // namespace gantry::media')


main()
