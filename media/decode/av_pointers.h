#pragma once
// Owning pointers for libav objects. No libav header here: the deleters live in av_pointers.cpp.

#include <QString>

#include <memory>

struct AVPacket;
struct AVFrame;
struct AVCodecContext;
struct AVCodecParameters;
struct AVCodecParserContext;

namespace gantry::media {

struct AvDeleter
{
    void operator()(AVPacket *packet) const;
    void operator()(AVFrame *frame) const;
    void operator()(AVCodecContext *context) const;
    void operator()(AVCodecParameters *parameters) const;
    void operator()(AVCodecParserContext *parser) const;
};

using PacketPointer = std::unique_ptr<AVPacket, AvDeleter>;
using AvFramePointer = std::unique_ptr<AVFrame, AvDeleter>;
using CodecParametersPointer = std::unique_ptr<AVCodecParameters, AvDeleter>;
using CodecContextPointer = std::unique_ptr<AVCodecContext, AvDeleter>;
using CodecParserPointer = std::unique_ptr<AVCodecParserContext, AvDeleter>;

// The trade's name for a codec id: "H.264", "AAC"; libav's own name in capitals where we have none.
QString codecName(int avCodecId);

// libav writes to stderr by itself, with URLs and hostile bytes in it. After this call it goes to the logging category
// "gantry.media.libav" at debug level, which is off unless asked for. May be called often, by any thread.
void quietLibav();

} // namespace gantry::media
