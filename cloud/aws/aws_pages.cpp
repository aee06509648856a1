#include "cloud/aws/aws_pages.h"

#include "cloud/cloud_text.h"

#include <QSet>
#include <QUrl>

namespace gantry::cloud {

namespace {

constexpr int kMostPages = 200; // a hundred entries each: more than any account has

struct Reading : std::enable_shared_from_this<Reading>
{
    AwsDoor &door;
    AwsAsk first;
    QByteArray parameter;
    AwsPage take;
    std::function<void(Result<void>)> done;
    QSet<QString> seen;

    Reading(AwsDoor &itsDoor, AwsAsk itsFirst, QByteArray itsParameter, AwsPage itsTake,
            std::function<void(Result<void>)> itsDone)
        : door(itsDoor)
        , first(std::move(itsFirst))
        , parameter(std::move(itsParameter))
        , take(std::move(itsTake))
        , done(std::move(itsDone))
    {
    }

    void next(const QString &token)
    {
        AwsAsk ask = first;
        if (!token.isEmpty()) {
            if (!ask.query.isEmpty())
                ask.query += '&';
            ask.query += parameter + '=' + QUrl::toPercentEncoding(token);
        }
        door.ask(ask, [self = shared_from_this()](const Result<HttpAnswer> &http) { self->page(http); });
    }

    void page(const Result<HttpAnswer> &http)
    {
        if (!http) {
            done(tl::unexpected(http.error()));
            return;
        }
        const Result<QString> token = take(http->body);
        if (!token) {
            done(tl::unexpected(door.named(token.error(), first.tried)));
        } else if (token->isEmpty()) {
            done({});
        } else if (seen.contains(*token) || seen.size() >= kMostPages) {
            Error error;
            error.kind = Error::Kind::BadAnswer;
            error.detail = Text::tr("The list has no end: the same page is offered again.");
            error.advice = Text::tr("Check that the address belongs to this provider.");
            done(tl::unexpected(door.named(error, first.tried)));
        } else {
            seen.insert(*token);
            next(*token);
        }
    }
};

} // namespace

void readAwsPages(AwsDoor &door, const AwsAsk &first, const QByteArray &parameter, AwsPage take,
                  std::function<void(Result<void>)> done)
{
    std::make_shared<Reading>(door, first, parameter, std::move(take), std::move(done))->next({});
}

} // namespace gantry::cloud
