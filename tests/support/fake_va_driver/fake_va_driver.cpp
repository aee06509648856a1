// A VA-API driver without a GPU: libva loads it like any other (LIBVA_DRIVERS_PATH, LIBVA_DRIVER_NAME=gantryfake),
// FFmpeg drives its whole hardware path through it, and its surfaces hold the test pattern of media/gpu/test_pattern.h,
// in the picture that the stream's own parameters name. It decodes nothing. Faults come from the environment and are
// read at each call, so that a test can change them while a decoder runs:
//
//   GANTRY_FAKE_VA_NO_DEVICE=1   the driver does not initialise
//   GANTRY_FAKE_VA_H264_ONLY=1   it knows no other codec
//   GANTRY_FAKE_VA_NO_CONTEXT=N  contexts beyond N are refused, as by a decoder that is full
//   GANTRY_FAKE_VA_WRONG=1       every pixel is grey
//   GANTRY_FAKE_VA_LOST=1        every picture fails, as after a reset of the device
//   GANTRY_FAKE_VA_FAIL_AFTER=N  every picture of a context fails after its N-th

#include "support/fake_va_driver/fake_va_store.h"

#include "media/gpu/test_pattern.h"

#include <va/va_backend.h>
#include <va/va_dec_av1.h>
#include <va/va_dec_hevc.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <optional>

namespace gantry::fake_va {
namespace {

std::optional<int> fault(const char *name)
{
    const char *value = std::getenv(name);
    return value ? std::optional(std::atoi(value)) : std::nullopt;
}

Store &storeOf(VADriverContextP context)
{
    return *static_cast<Store *>(context->pDriverData);
}

VAStatus unsupported()
{
    return VA_STATUS_ERROR_UNIMPLEMENTED;
}

VAStatus terminate(VADriverContextP context)
{
    delete static_cast<Store *>(context->pDriverData);
    context->pDriverData = nullptr;
    return VA_STATUS_SUCCESS;
}

// ---- what it can do -------------------------------------------------------------------------------------------------

constexpr VAProfile profiles[] = {VAProfileH264ConstrainedBaseline, VAProfileH264Main, VAProfileH264High,
                                  VAProfileHEVCMain, VAProfileAV1Profile0};
constexpr int h264Profiles = 3;

VAStatus queryProfiles(VADriverContextP, VAProfile *list, int *count)
{
    *count = fault("GANTRY_FAKE_VA_H264_ONLY") ? h264Profiles : int(std::size(profiles));
    std::copy_n(std::begin(profiles), *count, list);
    return VA_STATUS_SUCCESS;
}

VAStatus queryEntrypoints(VADriverContextP, VAProfile profile, VAEntrypoint *list, int *count)
{
    if (std::find(std::begin(profiles), std::end(profiles), profile) == std::end(profiles))
        return VA_STATUS_ERROR_UNSUPPORTED_PROFILE;
    *list = VAEntrypointVLD;
    *count = 1;
    return VA_STATUS_SUCCESS;
}

VAStatus getAttributes(VADriverContextP, VAProfile, VAEntrypoint, VAConfigAttrib *list, int count)
{
    for (VAConfigAttrib *one = list; one != list + count; ++one)
        one->value = one->type == VAConfigAttribRTFormat ? VA_RT_FORMAT_YUV420 : VA_ATTRIB_NOT_SUPPORTED;
    return VA_STATUS_SUCCESS;
}

VAStatus createConfig(VADriverContextP context, VAProfile profile, VAEntrypoint, VAConfigAttrib *, int, VAConfigID *id)
{
    *id = storeOf(context).add(Config{profile});
    return VA_STATUS_SUCCESS;
}

VAStatus destroyConfig(VADriverContextP context, VAConfigID id)
{
    return storeOf(context).remove<Config>(id);
}

VAStatus querySurfaceAttributes(VADriverContextP, VAConfigID, VASurfaceAttrib *list, unsigned *count)
{
    const auto integer = [](VASurfaceAttribType type, int value) {
        VASurfaceAttrib attribute{};
        attribute.type = type;
        attribute.flags = VA_SURFACE_ATTRIB_GETTABLE | VA_SURFACE_ATTRIB_SETTABLE;
        attribute.value.type = VAGenericValueTypeInteger;
        attribute.value.value.i = value;
        return attribute;
    };
    const VASurfaceAttrib all[] = {integer(VASurfaceAttribPixelFormat, VA_FOURCC_NV12),
                                   integer(VASurfaceAttribMinWidth, 16), integer(VASurfaceAttribMinHeight, 16),
                                   integer(VASurfaceAttribMaxWidth, 4096), integer(VASurfaceAttribMaxHeight, 4096)};
    if (list && *count < std::size(all))
        return VA_STATUS_ERROR_MAX_NUM_EXCEEDED;
    if (list)
        std::copy(std::begin(all), std::end(all), list);
    *count = unsigned(std::size(all));
    return VA_STATUS_SUCCESS;
}

// ---- surfaces, contexts, buffers ------------------------------------------------------------------------------------

VAStatus createSurfaces(VADriverContextP context, unsigned, unsigned width, unsigned height, VASurfaceID *ids,
                        unsigned count, VASurfaceAttrib *, unsigned)
{
    for (unsigned i = 0; i < count; ++i)
        ids[i] = storeOf(context).add(Surface{int(width), int(height), nv12(int(width), int(height))});
    return VA_STATUS_SUCCESS;
}

VAStatus destroySurfaces(VADriverContextP context, VASurfaceID *ids, int count)
{
    VAStatus status = VA_STATUS_SUCCESS;
    for (int i = 0; i < count; ++i)
        status = std::max(status, storeOf(context).remove<Surface>(ids[i]));
    return status;
}

VAStatus createContext(VADriverContextP context, VAConfigID config, int, int, int, VASurfaceID *, int, VAContextID *id)
{
    Store &store = storeOf(context);
    if (const auto limit = fault("GANTRY_FAKE_VA_NO_CONTEXT"); limit && store.count<Decoder>() >= std::size_t(*limit))
        return VA_STATUS_ERROR_ALLOCATION_FAILED;
    const Config *known = store.find<Config>(config);
    if (!known)
        return VA_STATUS_ERROR_INVALID_CONFIG;
    *id = store.add(Decoder{known->profile});
    return VA_STATUS_SUCCESS;
}

VAStatus destroyContext(VADriverContextP context, VAContextID id)
{
    return storeOf(context).remove<Decoder>(id);
}

VAStatus createBuffer(VADriverContextP context, VAContextID, VABufferType type, unsigned size, unsigned count,
                      void *data, VABufferID *id)
{
    Buffer buffer{type, std::vector<unsigned char>(std::size_t(size) * count)};
    if (data)
        std::memcpy(buffer.bytes.data(), data, buffer.bytes.size());
    *id = storeOf(context).add(std::move(buffer));
    return VA_STATUS_SUCCESS;
}

VAStatus destroyBuffer(VADriverContextP context, VABufferID id)
{
    return storeOf(context).remove<Buffer>(id);
}

VAStatus mapBuffer(VADriverContextP context, VABufferID id, void **data)
{
    Buffer *buffer = storeOf(context).find<Buffer>(id);
    if (!buffer)
        return VA_STATUS_ERROR_INVALID_BUFFER;
    *data = buffer->bytes.data();
    return VA_STATUS_SUCCESS;
}

VAStatus unmapBuffer(VADriverContextP context, VABufferID id)
{
    return storeOf(context).find<Buffer>(id) ? VA_STATUS_SUCCESS : VA_STATUS_ERROR_INVALID_BUFFER;
}

// ---- decoding -------------------------------------------------------------------------------------------------------

VAStatus beginPicture(VADriverContextP context, VAContextID id, VASurfaceID target)
{
    Store &store = storeOf(context);
    Decoder *decoder = store.find<Decoder>(id);
    if (!decoder || !store.find<Surface>(target))
        return VA_STATUS_ERROR_INVALID_SURFACE;
    decoder->target = target;
    decoder->slices = 0;
    return VA_STATUS_SUCCESS;
}

// Which of the pattern's pictures the stream is at, by the parameters that FFmpeg has parsed out of it.
int pictureNumber(VAProfile profile, const Buffer &buffer)
{
    if (profile == VAProfileHEVCMain) {
        VAPictureParameterBufferHEVC parameters;
        std::memcpy(&parameters, buffer.bytes.data(), sizeof parameters);
        return parameters.CurrPic.pic_order_cnt;
    }
    if (profile == VAProfileAV1Profile0) {
        VADecPictureParameterBufferAV1 parameters;
        std::memcpy(&parameters, buffer.bytes.data(), sizeof parameters);
        return parameters.order_hint;
    }
    VAPictureParameterBufferH264 parameters;
    std::memcpy(&parameters, buffer.bytes.data(), sizeof parameters);
    return parameters.CurrPic.TopFieldOrderCnt / 2;
}

VAStatus renderPicture(VADriverContextP context, VAContextID id, VABufferID *ids, int count)
{
    Store &store = storeOf(context);
    Decoder *decoder = store.find<Decoder>(id);
    if (!decoder)
        return VA_STATUS_ERROR_INVALID_CONTEXT;
    for (int i = 0; i < count; ++i) {
        const Buffer *buffer = store.find<Buffer>(ids[i]);
        if (!buffer)
            return VA_STATUS_ERROR_INVALID_BUFFER;
        if (buffer->type == VAPictureParameterBufferType)
            decoder->picture = pictureNumber(decoder->profile, *buffer);
        decoder->slices += buffer->type == VASliceDataBufferType ? 1 : 0;
    }
    return VA_STATUS_SUCCESS;
}

VAStatus endPicture(VADriverContextP context, VAContextID id)
{
    Store &store = storeOf(context);
    Decoder *decoder = store.find<Decoder>(id);
    Surface *surface = decoder ? store.find<Surface>(decoder->target) : nullptr;
    if (!surface)
        return VA_STATUS_ERROR_INVALID_SURFACE;
    const auto last = fault("GANTRY_FAKE_VA_FAIL_AFTER");
    if (fault("GANTRY_FAKE_VA_LOST") || (last && decoder->pictures >= *last))
        return VA_STATUS_ERROR_HW_BUSY;
    if (decoder->slices == 0)
        return VA_STATUS_ERROR_DECODING_ERROR;
    ++decoder->pictures;
    if (fault("GANTRY_FAKE_VA_WRONG")) {
        std::fill(surface->pixels.begin(), surface->pixels.end(), static_cast<unsigned char>(128));
        return VA_STATUS_SUCCESS;
    }
    const int n = decoder->picture % media::test_pattern::pictures;
    unsigned char *at = surface->pixels.data();
    for (int y = 0; y < surface->height; ++y)
        for (int x = 0; x < surface->width; ++x)
            *at++ = static_cast<unsigned char>(media::test_pattern::luma(x, y, n));
    for (int y = 0; y < surface->height; y += 2)
        for (int x = 0; x < surface->width; ++x)
            *at++ = static_cast<unsigned char>(media::test_pattern::chroma(x % 2, x, y, n));
    return VA_STATUS_SUCCESS;
}

VAStatus syncSurface(VADriverContextP context, VASurfaceID id)
{
    return storeOf(context).find<Surface>(id) ? VA_STATUS_SUCCESS : VA_STATUS_ERROR_INVALID_SURFACE;
}

// ---- reading back ---------------------------------------------------------------------------------------------------

VAImageFormat imageFormat()
{
    VAImageFormat format{};
    format.fourcc = VA_FOURCC_NV12;
    format.byte_order = VA_LSB_FIRST;
    format.bits_per_pixel = 12;
    return format;
}

VAStatus queryImageFormats(VADriverContextP, VAImageFormat *list, int *count)
{
    *list = imageFormat();
    *count = 1;
    return VA_STATUS_SUCCESS;
}

VAStatus createImage(VADriverContextP context, VAImageFormat *format, int width, int height, VAImage *image)
{
    Store &store = storeOf(context);
    *image = {};
    image->format = *format;
    image->width = static_cast<unsigned short>(width);
    image->height = static_cast<unsigned short>(height);
    image->num_planes = 2;
    image->pitches[0] = image->pitches[1] = unsigned(width);
    image->offsets[1] = unsigned(width * height);
    image->data_size = unsigned(nv12(width, height).size());
    image->buf = store.add(Buffer{VAImageBufferType, std::vector<unsigned char>(image->data_size)});
    image->image_id = store.add(Image{image->buf});
    return VA_STATUS_SUCCESS;
}

VAStatus destroyImage(VADriverContextP context, VAImageID id)
{
    Store &store = storeOf(context);
    const Image *image = store.find<Image>(id);
    if (!image)
        return VA_STATUS_ERROR_INVALID_IMAGE;
    store.remove<Buffer>(image->buffer);
    return store.remove<Image>(id);
}

VAStatus getImage(VADriverContextP context, VASurfaceID surfaceId, int, int, unsigned, unsigned, VAImageID imageId)
{
    Store &store = storeOf(context);
    const Surface *surface = store.find<Surface>(surfaceId);
    const Image *image = store.find<Image>(imageId);
    Buffer *buffer = image ? store.find<Buffer>(image->buffer) : nullptr;
    if (!surface || !buffer || buffer->bytes.size() != surface->pixels.size())
        return VA_STATUS_ERROR_INVALID_SURFACE;
    buffer->bytes = surface->pixels;
    return fault("GANTRY_FAKE_VA_LOST") ? VA_STATUS_ERROR_HW_BUSY : VA_STATUS_SUCCESS;
}

void fillTable(VADriverVTable &table)
{
    // Every slot: libva looks into some without asking whether they are there.
    using Slot = VAStatus (*)();
    auto *slots = reinterpret_cast<Slot *>(&table);
    std::fill(slots, slots + offsetof(VADriverVTable, reserved) / sizeof(Slot), unsupported);
    table.vaTerminate = terminate;
    table.vaQueryConfigProfiles = queryProfiles;
    table.vaQueryConfigEntrypoints = queryEntrypoints;
    table.vaGetConfigAttributes = getAttributes;
    table.vaCreateConfig = createConfig;
    table.vaDestroyConfig = destroyConfig;
    table.vaQuerySurfaceAttributes = querySurfaceAttributes;
    table.vaCreateSurfaces2 = createSurfaces;
    table.vaDestroySurfaces = destroySurfaces;
    table.vaCreateContext = createContext;
    table.vaDestroyContext = destroyContext;
    table.vaCreateBuffer = createBuffer;
    table.vaDestroyBuffer = destroyBuffer;
    table.vaMapBuffer = mapBuffer;
    table.vaUnmapBuffer = unmapBuffer;
    table.vaBeginPicture = beginPicture;
    table.vaRenderPicture = renderPicture;
    table.vaEndPicture = endPicture;
    table.vaSyncSurface = syncSurface;
    table.vaQueryImageFormats = queryImageFormats;
    table.vaCreateImage = createImage;
    table.vaDestroyImage = destroyImage;
    table.vaGetImage = getImage;
}

} // namespace
} // namespace gantry::fake_va

extern "C" __attribute__((visibility("default"))) VAStatus __vaDriverInit_1_0(VADriverContextP context)
{
    using namespace gantry::fake_va;
    if (fault("GANTRY_FAKE_VA_NO_DEVICE"))
        return VA_STATUS_ERROR_OPERATION_FAILED;
    context->pDriverData = new Store;
    context->version_major = 1;
    context->version_minor = 0;
    context->max_profiles = int(std::size(profiles));
    context->max_entrypoints = 1;
    context->max_attributes = 1;
    context->max_image_formats = 1;
    context->max_subpic_formats = 1;
    context->max_display_attributes = 1;
    context->str_vendor = "Gantry's fake driver for tests";
    fillTable(*context->vtable);
    return VA_STATUS_SUCCESS;
}
