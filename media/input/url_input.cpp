#include "media/input/url_input.h"

#include "media/input/datagram_input.h"
#include "media/input/wrapped_input.h"

#include <utility>

namespace gantry::media {

std::unique_ptr<MediaInput> urlInput(UrlAddress address, UrlPatience patience)
{
    switch (address.carrier) {
    case UrlAddress::Carrier::Udp:
    case UrlAddress::Carrier::Rtp:
        return std::make_unique<DatagramInput>(std::move(address), patience);
    case UrlAddress::Carrier::Web:
    case UrlAddress::Carrier::Rtmp:
    case UrlAddress::Carrier::Rtsp:
    case UrlAddress::Carrier::File:
        break;
    }
    return std::make_unique<WrappedInput>(std::move(address), patience);
}

} // namespace gantry::media
