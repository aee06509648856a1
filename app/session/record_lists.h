#pragma once
// Lists inside a record as JSON text in one column. Reading answers false for
// anything but what writing makes, and leaves the list as it was.

#include "app/session/record.h"

#include <vector>

namespace gantry {

QString listText(const std::vector<float> &peaks); // null is -inf
QString listText(const std::vector<std::uint16_t> &numbers);
QString listText(const std::vector<media::TransportSample::Stream> &streams);
QString listText(const std::vector<cloud::PipelineSample> &pipelines);
QString listText(const std::vector<cloud::EncoderAlert> &alerts);
QString listText(const std::vector<cloud::InputSample> &inputs);
QString listText(const std::vector<cloud::PlannedAction> &actions);
QString listText(const std::vector<cloud::JobSample> &jobs);
QString listText(const std::vector<cloud::Obstacle> &obstacles);
QString listText(const std::vector<cloud::ProviderWord> &details);
QString listText(const std::vector<PlanSight> &sources);
QString listText(const std::vector<QString> &names);

bool readList(const QString &text, std::vector<float> &peaks);
bool readList(const QString &text, std::vector<std::uint16_t> &numbers);
bool readList(const QString &text, std::vector<media::TransportSample::Stream> &streams);
bool readList(const QString &text, std::vector<cloud::PipelineSample> &pipelines);
bool readList(const QString &text, std::vector<cloud::EncoderAlert> &alerts);
bool readList(const QString &text, std::vector<cloud::InputSample> &inputs);
bool readList(const QString &text, std::vector<cloud::PlannedAction> &actions);
bool readList(const QString &text, std::vector<cloud::JobSample> &jobs);
bool readList(const QString &text, std::vector<cloud::Obstacle> &obstacles);
bool readList(const QString &text, std::vector<cloud::ProviderWord> &details);
bool readList(const QString &text, std::vector<PlanSight> &sources);
bool readList(const QString &text, std::vector<QString> &names);

} // namespace gantry
