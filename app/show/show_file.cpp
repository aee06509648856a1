#include "app/show/show_file.h"

#include "app/show/settings_part.h"
#include "app/show/show_layouts.h"
#include "app/show/show_object.h"
#include "app/show/show_pairs.h"
#include "app/show/show_plans.h"
#include "app/show/show_reader.h"
#include "app/show/srt_part.h"
#include "app/show/url_part.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gantry {

namespace {

QJsonObject feedObject(const Feed &feed)
{
    QJsonObject object{{u"name"_s, feed.id.text}};
    if (feed.url)
        writeUrl(feed, object);
    else
        object.insert(u"srt"_s, srtObject(feed));
    if (!feed.umd.isEmpty())
        object.insert(u"umd"_s, feed.umd);
    writeFeedSettings(feed, object);
    return object;
}

QJsonObject settingsObject(const cloud::ProviderSettings &settings)
{
    QJsonObject object;
    for (auto each = settings.cbegin(); each != settings.cend(); ++each)
        object.insert(each.key(), each.value());
    return object;
}

QJsonObject encoderObject(const Encoder &encoder)
{
    QJsonArray inputs;
    for (const EncoderInput &input : encoder.inputs) {
        QJsonObject object{{u"name"_s, input.name}};
        if (!input.feed.text.isEmpty())
            object.insert(u"feed"_s, input.feed.text);
        inputs.append(object);
    }
    QJsonObject object{{u"name"_s, encoder.id.text},
                       {u"provider"_s, encoder.provider},
                       {u"settings"_s, settingsObject(encoder.settings)},
                       {u"inputs"_s, inputs}};
    if (encoder.returned)
        object.insert(u"return"_s, encoder.returned->text);
    if (encoder.tally == TallyBy::ProgramMatch)
        object.insert(u"tally"_s, u"program_match"_s);
    return object;
}

QJsonObject audienceObject(const Audience &audience)
{
    QJsonObject object{{u"name"_s, audience.id.text},
                       {u"provider"_s, audience.provider},
                       {u"settings"_s, settingsObject(audience.settings)}};
    if (audience.encoder)
        object.insert(u"encoder"_s, audience.encoder->text);
    return object;
}

} // namespace

QString ShowFault::text() const
{
    QString said = what;
    if (!allowed.isEmpty())
        said = QCoreApplication::translate("show", "%1 %2", "what is wrong, what is allowed").arg(what, allowed);
    if (!place.isEmpty() && line > 0)
        return QCoreApplication::translate("show", "line %1, %2: %3").arg(QString::number(line), place, said);
    if (line > 0)
        return QCoreApplication::translate("show", "line %1: %2").arg(QString::number(line), said);
    return place.isEmpty() ? said
                           : QCoreApplication::translate("show", "%1: %2", "place, what is wrong").arg(place, said);
}

tl::expected<Show, QList<ShowFault>> readShow(const QByteArray &json)
{
    return interpretObject(json, interpretShow);
}

tl::expected<Show, QList<ShowFault>> readShowFile(const QString &path)
{
    QFile file(path);
    const auto unreadable = [&] {
        return tl::unexpected(
            QList<ShowFault>{{{},
                              QCoreApplication::translate("show", "Cannot read %1: %2.").arg(path, file.errorString()),
                              QCoreApplication::translate("show", "A show file that this user may read."),
                              0}});
    };
    if (!file.open(QIODevice::ReadOnly))
        return unreadable();
    const QByteArray json = file.read(maxShowBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return unreadable();
    return readShow(json);
}

QByteArray writeShow(const Show &show)
{
    QJsonArray feeds;
    QJsonArray encoders;
    QJsonArray audiences;
    for (const Feed &feed : show.feeds)
        feeds.append(feedObject(feed));
    for (const Encoder &encoder : show.encoders)
        encoders.append(encoderObject(encoder));
    for (const Audience &audience : show.audiences)
        audiences.append(audienceObject(audience));
    QJsonObject file{{u"gantry"_s, 1},
                     {u"name"_s, show.name},
                     {u"feeds"_s, feeds},
                     {u"encoders"_s, encoders},
                     {u"audiences"_s, audiences}};
    if (!show.pairs.isEmpty())
        file.insert(u"pairs"_s, pairsArray(show.pairs));
    if (!show.plans.isEmpty())
        file.insert(u"plans"_s, plansArray(show.plans));
    writeLayouts(show, file);
    return QJsonDocument(file).toJson();
}

} // namespace gantry
