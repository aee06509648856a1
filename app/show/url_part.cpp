#include "app/show/url_part.h"

#include "app/show/secret_part.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gantry {

namespace {

using media::UrlAddress;

const QString urlKey = u"url"_s;
const QString secretKey = u"secret"_s;

std::optional<UrlAddress> readAddress(const ShowPart &feed)
{
    const auto text = feed.text(urlKey, ShowPart::Need::Required,
                                QCoreApplication::translate("show", "An address: http, https, rtmp, rtmps, rtsp, udp, "
                                                                    "rtp or file."));
    if (!text)
        return std::nullopt;
    // The errors of an address do not repeat it: what was put into the wrong place may be a secret.
    const auto address = UrlAddress::parse(*text);
    if (!address) {
        feed.at(urlKey).fault(QCoreApplication::translate("show", "%1.").arg(address.error().tried),
                              address.error().advice);
        return std::nullopt;
    }
    if (!address->query.isEmpty()) {
        feed.at(urlKey).fault(
            QCoreApplication::translate("show", "A query stands behind the address; it often is a key."),
            QCoreApplication::translate("show", "Take it out, from ? on, and keep it in the environment or the "
                                                "keychain: %1.")
                .arg(QString(u"'secret': {'environment': 'RETURN_QUERY'}"_s).replace(u'\'', u'"')));
        return std::nullopt;
    }
    return *address;
}

} // namespace

QStringList feedUrlKeys()
{
    return {urlKey, secretKey};
}

bool hasUrl(const ShowPart &feed)
{
    return feed.has(urlKey);
}

void readUrl(const ShowPart &feed, Feed &into)
{
    if (!hasUrl(feed)) {
        if (feed.has(secretKey))
            feed.at(secretKey).fault(QCoreApplication::translate("show", "There is no url that it could belong to."),
                                     QCoreApplication::translate("show", "With srt it is srt.passphrase."));
        return;
    }
    if (feed.has(u"srt"_s))
        feed.at(urlKey).fault(QCoreApplication::translate("show", "The feed has srt as well."),
                              QCoreApplication::translate("show", "One of the two: srt or url."));
    into.url = readAddress(feed);
    if (!feed.has(secretKey))
        return;
    into.passphrase = readSecret(feed, secretKey, secretWords());
    const bool takesNone =
        into.url && (into.url->carrier == UrlAddress::Carrier::Udp || into.url->carrier == UrlAddress::Carrier::Rtp ||
                     into.url->carrier == UrlAddress::Carrier::File);
    if (takesNone)
        feed.at(secretKey).fault(
            QCoreApplication::translate("show", "An address of this kind takes no secret."),
            QCoreApplication::translate("show", "A secret goes with http, https, rtmp, rtmps and rtsp."));
}

void writeUrl(const Feed &feed, QJsonObject &object)
{
    if (!feed.url)
        return;
    object.insert(urlKey, feed.url->text());
    if (feed.passphrase.store != Secret::Store::None)
        object.insert(secretKey, secretObject(feed.passphrase));
}

} // namespace gantry
