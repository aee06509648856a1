#include "media/measure/content_measures.h"

#include <utility>

namespace gantry::media {
namespace {

// A step back in time is a turn of its own: nothing may go unmeasured because of one odd stamp.
bool due(const std::optional<ContentMeasures::Time> &last, ContentMeasures::Time now, std::chrono::milliseconds every)
{
    return !last || now < *last || now - *last >= every;
}

} // namespace

ContentMeasures::ContentMeasures(const MeasureLimits &limits, std::shared_ptr<FingerprintTrack> track)
    : m_track(std::move(track)), m_limits(limits), m_black(limits), m_freeze(limits)
{
    if (m_track)
        m_track->clear();
}

void ContentMeasures::setSparse(bool sparse)
{
    if (sparse == m_sparse)
        return;
    m_sparse = sparse;
    m_measured.reset();                 // what is not known any more is measured at once
    m_freeze = FreezeMeasure(m_limits); // a key picture is compared with key pictures, any with any
    forgetPrints();
}

void ContentMeasures::setSeldom(bool seldom)
{
    if (seldom && !m_seldom)
        forgetPrints();
    m_seldom = seldom;
}

bool ContentMeasures::keyPicturesAlike() const
{
    return m_sparse && m_freeze.frozen().count() > 0;
}

// Too few of them would be taken for another programme.
void ContentMeasures::forgetPrints()
{
    if (m_track)
        m_track->clearPictures();
    m_printed.reset();
}

bool ContentMeasures::measures(Time arrived) const
{
    return m_sparse || due(m_measured, arrived, m_seldom ? measureSeldomEvery : measureEvery);
}

bool ContentMeasures::prints(Time arrived) const
{
    return m_track && !m_sparse && !m_seldom && due(m_printed, arrived, fingerprintEvery);
}

bool ContentMeasures::wants(Time arrived) const
{
    return measures(arrived) || prints(arrived);
}

std::optional<PictureContent> ContentMeasures::picture(const AVFrame &frame, Time arrived)
{
    const bool measure = measures(arrived);
    const bool print = prints(arrived);
    if (!measure && !print)
        return std::nullopt;
    const auto picture = m_copier.copy(frame, measure ? LumaCopier::Detail::Measures : LumaCopier::Detail::Fingerprint);
    if (!picture)
        return std::nullopt;
    if (print) {
        m_track->add(arrived, PictureFingerprint::of(*picture));
        m_printed = arrived;
    }
    if (!measure)
        return std::nullopt;
    m_measured = arrived;
    return measured(*picture, arrived);
}

PictureContent ContentMeasures::measured(const LumaPicture &picture, Time arrived)
{
    m_black.picture(picture, arrived);
    m_freeze.picture(picture, arrived);
    m_field.picture(picture, m_black.isBlack(), arrived);
    PictureContent content{m_black.darkShare(), m_freeze.change(), m_black.black(),
                           m_freeze.frozen(),   m_field.flat(),    m_field.bars()};
    if (m_sparse) {
        content.change.reset();
        content.frozen.reset();
    }
    return content;
}

void ContentMeasures::sound(std::span<const float> interleaved, int channels, int sampleRate, Time arrived)
{
    if (!m_track)
        return;
    m_sound.feed(interleaved, channels, sampleRate, arrived,
                 [this](Time at, const SoundFingerprint &print) { m_track->add(at, print); });
}

} // namespace gantry::media
