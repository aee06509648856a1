#include "app/show/show_returns.h"

#include <algorithm>

namespace gantry {

std::optional<FeedId> returnOf(const Show &show, const Encoder &encoder)
{
    if (encoder.returned)
        return encoder.returned;
    const auto plan = std::ranges::find(show.plans, encoder.id, &Plan::encoder);
    return plan != show.plans.end() ? plan->witness : std::nullopt;
}

bool isCompared(const Show &show, const FeedId &feed)
{
    const auto inPair = [&](const Pair &pair) { return pair.primary == feed || pair.backup == feed; };
    const auto atEncoder = [&](const Encoder &encoder) {
        const std::optional<FeedId> returned = returnOf(show, encoder);
        return returned && (*returned == feed ||
                            std::ranges::find(encoder.inputs, feed, &EncoderInput::feed) != encoder.inputs.end());
    };
    return std::ranges::any_of(show.pairs, inPair) || std::ranges::any_of(show.encoders, atEncoder);
}

} // namespace gantry
