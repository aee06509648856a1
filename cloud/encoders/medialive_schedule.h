#pragma once
// MediaLive's schedule: what we put into it and what it says will happen. Pure.
// Shapes: BatchUpdateSchedule and DescribeSchedule of the public service model (botocore, medialive).

#include "cloud/encoder_sample.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace gantry::cloud {

// The body of PUT /prod/channels/{id}/schedule, or Invalid with the sentence why there is none. A fixed time must be 30
// s ahead at least (the service wants 15 s, its table for switches 30 s) and 14 days at most.
Result<QByteArray> mediaLiveScheduleBody(const Command &command, ProviderTime now);

// One page of GET /prod/channels/{id}/schedule.
struct MediaLiveSchedule
{
    std::vector<PlannedAction> planned; // fixed times from `now` on, and what follows them
    std::vector<JobSample> jobs;        // immediate actions of these names: they are done
    QString nextToken;
};
Result<MediaLiveSchedule> mediaLiveSchedule(const QByteArray &body, ProviderTime now, const QStringList &ours);

} // namespace gantry::cloud
