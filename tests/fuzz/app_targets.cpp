#include "fuzz/targets.h"

#include "app/control/desk_claim.h"
#include "app/session/record_lists.h"
#include "app/session/record_words.h"
#include "app/show/layout_file.h"
#include "app/show/show_file.h"
#include "app/show/show_json.h"
#include "app/show/show_layouts.h"

#include <QJsonDocument>

namespace gantry::fuzz {
namespace {

// What was read must be written and read back the same.
template <typename T>
void list(const QString &text)
{
    std::vector<T> read;
    if (!readList(text, read))
        return;
    std::vector<T> again;
    must(readList(listText(read), again) && again == read);
}

} // namespace

void show(Bytes bytes)
{
    const QByteArray json = text(bytes);
    if (!QJsonDocument::fromJson(json).isNull())
        walkJson(json, [](const JsonSpot &spot) { must(spot.line >= 1); });
    lineAndColumn(json, json.size() / 2);
    const auto read = readShow(json);
    if (!read) {
        must(!read.error().isEmpty());
        for (const ShowFault &fault : read.error())
            must(!fault.text().isEmpty());
        return;
    }
    const QByteArray written = writeShow(*read);
    const auto again = readShow(written);
    must(again && writeShow(*again) == written);
    for (const Layout &layout : read->layouts)
        must(!widgets::planFault(layoutPlan(layout, feedNames(*read))));
    // One more layout, and nothing else, whatever the text looks like.
    const auto saved = withLayout(json, {QStringLiteral("Saved"), QStringLiteral("2x2"), {}, {}}, {});
    if (!saved)
        return must(!saved.error().isEmpty());
    auto more = readShow(*saved);
    must(more && more->layouts.size() == read->layouts.size() + 1);
    more->layouts.removeLast();
    must(writeShow(*more) == written);
}

void deskClaim(Bytes bytes)
{
    const auto claim = readClaim(text(bytes));
    if (!claim)
        return;
    must(!claim->token.isEmpty() && readClaim(writeClaim(*claim)) == claim);
}

void recordLists(Bytes bytes)
{
    const QString content = QString::fromUtf8(text(bytes));
    list<float>(content);
    list<std::uint16_t>(content);
    list<media::TransportSample::Stream>(content);
    list<cloud::PipelineSample>(content);
    list<cloud::EncoderAlert>(content);
    list<cloud::InputSample>(content);
    list<cloud::PlannedAction>(content);
    list<cloud::JobSample>(content);
    list<cloud::Obstacle>(content);
    list<cloud::ProviderWord>(content);
    list<PlanSight>(content);
    list<QString>(content);
    if (const auto found = fromWord<media::SpliceCue::Command>(content))
        must(content == QLatin1StringView(word(*found)));
    if (const auto found = fromWord<Fitness>(content))
        must(content == QLatin1StringView(word(*found)));
    if (const auto found = fromWord<AlarmState>(content))
        must(content == QLatin1StringView(word(*found)));
}

} // namespace gantry::fuzz
