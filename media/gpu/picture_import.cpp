#include "media/frame/picture_import.h"

#include "media/decode/decoded_planes.h"
#include "media/media_error.h"

#ifdef GANTRY_EGL
#include "media/gpu/texture_import.h"
#endif

namespace gantry::media {

#ifdef GANTRY_EGL
namespace {

class DeviceImport final : public PictureImport
{
public:
    explicit DeviceImport(std::unique_ptr<TextureImport> import) : m_import(std::move(import)) {}

    tl::expected<DeviceTextures, QString> take(const PicturePlanes &picture) override
    {
        const auto *decoded = dynamic_cast<const DecodedPlanes *>(&picture);
        if (!decoded)
            return tl::unexpected(Text::tr("Pictures of this kind have no textures yet."));
        const auto mapped = m_import->map(decoded->frame()); // lets go of the one before
        if (!mapped)
            return tl::unexpected(mapped.error());
        return DeviceTextures{mapped->luma, mapped->chroma, mapped->bits};
    }

private:
    std::unique_ptr<TextureImport> m_import;
};

} // namespace

tl::expected<std::unique_ptr<PictureImport>, QString> PictureImport::open(const PicturePlanes &picture,
                                                                          const GlAccess &access)
{
    const auto *decoded = dynamic_cast<const DecodedPlanes *>(&picture);
    if (!decoded || !picture.onDevice())
        return tl::unexpected(Text::tr("Pictures of this kind have no textures yet."));
    auto opened = openTextureImport(decoded->frame(), access);
    if (!opened)
        return tl::unexpected(opened.error());
    return std::make_unique<DeviceImport>(std::move(*opened));
}
#else
tl::expected<std::unique_ptr<PictureImport>, QString> PictureImport::open(const PicturePlanes &, const GlAccess &)
{
    return tl::unexpected(Text::tr("This build has no importer for these pictures."));
}
#endif

} // namespace gantry::media
