#include "media/decode/av_pointers.h"

#include <QLoggingCategory>

#include <array>
#include <cstdarg>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/log.h>
}

namespace gantry::media {
namespace {

Q_LOGGING_CATEGORY(libavLog, "gantry.media.libav", QtWarningMsg)

void routeLog(void *context, int level, const char *format, va_list arguments)
{
    if (level > AV_LOG_WARNING || !libavLog().isDebugEnabled())
        return;
    std::array<char, 512> line{};
    int atStart = 1;
    av_log_format_line2(context, level, format, arguments, line.data(), int(line.size()), &atStart);
    qCDebug(libavLog).noquote() << QString::fromUtf8(line.data()).trimmed();
}

} // namespace

void AvDeleter::operator()(AVPacket *packet) const
{
    av_packet_free(&packet);
}

void AvDeleter::operator()(AVFrame *frame) const
{
    av_frame_free(&frame);
}

void AvDeleter::operator()(AVCodecContext *context) const
{
    avcodec_free_context(&context);
}

void AvDeleter::operator()(AVCodecParameters *parameters) const
{
    avcodec_parameters_free(&parameters);
}

void AvDeleter::operator()(AVCodecParserContext *parser) const
{
    av_parser_close(parser);
}

QString codecName(int avCodecId)
{
    switch (avCodecId) {
    case AV_CODEC_ID_H264:
        return QStringLiteral("H.264");
    case AV_CODEC_ID_HEVC:
        return QStringLiteral("H.265");
    case AV_CODEC_ID_MPEG2VIDEO:
        return QStringLiteral("MPEG-2 video");
    case AV_CODEC_ID_MPEG1VIDEO:
        return QStringLiteral("MPEG-1 video");
    case AV_CODEC_ID_AV1:
        return QStringLiteral("AV1");
    case AV_CODEC_ID_AAC:
        return QStringLiteral("AAC");
    case AV_CODEC_ID_AAC_LATM:
        return QStringLiteral("AAC LATM");
    case AV_CODEC_ID_MP2:
        return QStringLiteral("MP2");
    case AV_CODEC_ID_MP3:
        return QStringLiteral("MP3");
    case AV_CODEC_ID_AC3:
        return QStringLiteral("AC-3");
    case AV_CODEC_ID_EAC3:
        return QStringLiteral("E-AC-3");
    case AV_CODEC_ID_OPUS:
        return QStringLiteral("Opus");
    case AV_CODEC_ID_S302M:
        return QStringLiteral("SMPTE 302M");
    default:
        return QString::fromLatin1(avcodec_get_name(AVCodecID(avCodecId))).toUpper();
    }
}

void quietLibav()
{
    static const bool routed = [] {
        av_log_set_callback(routeLog);
        return true;
    }();
    Q_UNUSED(routed)
}

} // namespace gantry::media
