#pragma once
// What the AWS services answer, recorded in shape and shortened where nothing of ours looks. Names and numbers are
// made.

#include <QByteArray>

namespace gantry::test::aws {

// DescribeChannel, a standard channel on air whose inputs are a failover pair; %1 the preference, %2 the input on air.
inline QByteArray pairedChannel(const char *preference, const char *onAir)
{
    return QByteArray(R"({
 "arn":"arn:aws:medialive:eu-west-1:123456789012:channel:1000001","id":"1000001","name":"final","state":"RUNNING",
 "channelClass":"STANDARD","pipelinesRunningCount":2,
 "inputAttachments":[
  {"inputAttachmentName":"cam-a","inputId":"1","automaticInputFailoverSettings":
    {"secondaryInputId":"2","inputPreference":"%1","errorClearTimeMsec":1000}},
  {"inputAttachmentName":"cam-b","inputId":"2"},
  {"inputAttachmentName":"slate","inputId":"3"}],
 "pipelineDetails":[{"pipelineId":"0","activeInputAttachmentName":"%2","activeInputSwitchActionName":"take-7"},
                    {"pipelineId":"1","activeInputAttachmentName":"%2"}]})")
        .replace("%1", preference)
        .replace("%2", onAir);
}

inline const QByteArray oneOfTwo = R"({"state":"RUNNING","channelClass":"STANDARD","pipelinesRunningCount":1,
 "pipelineDetails":[{"pipelineId":"1","activeInputAttachmentName":"cam-a"}],
 "inputAttachments":[{"inputAttachmentName":"cam-a","inputId":"1"}]})";

inline const QByteArray schedule = R"({"scheduleActions":[
 {"actionName":"long ago","scheduleActionSettings":{"inputSwitchSettings":{"inputAttachmentNameReference":"cam-a"}},
  "scheduleActionStartSettings":{"fixedModeScheduleActionStartSettings":{"time":"2026-11-20T12:00:00.000Z"}}},
 {"actionName":"then","scheduleActionSettings":{"inputSwitchSettings":{"inputAttachmentNameReference":"slate"}},
  "scheduleActionStartSettings":{"fixedModeScheduleActionStartSettings":{"time":"2026-11-22T13:00:00.000Z"}}},
 {"actionName":"after that","scheduleActionSettings":{"scte35ReturnToNetworkSettings":{"spliceEventId":1}},
  "scheduleActionStartSettings":{"followModeScheduleActionStartSettings":{"referenceActionName":"then","followPoint":"END"}}},
 {"actionName":"ours","scheduleActionSettings":{"inputPrepareSettings":{"inputAttachmentNameReference":"cam-b"}},
  "scheduleActionStartSettings":{"immediateModeScheduleActionStartSettings":{}}},
 {"actionName":"theirs","scheduleActionSettings":{"inputPrepareSettings":{"inputAttachmentNameReference":"cam-a"}},
  "scheduleActionStartSettings":{"immediateModeScheduleActionStartSettings":{}}}]})";

inline const QByteArray flow = R"({"flow":{
 "flowArn":"arn:aws:mediaconnect:eu-west-1:123456789012:flow:1-aa:stadium","name":"stadium","status":"ACTIVE",
 "availabilityZone":"eu-west-1a","egressIp":"203.0.113.9",
 "sourceFailoverConfig":{"state":"ENABLED","failoverMode":"FAILOVER","sourcePriority":{"primarySource":"fibre"}},
 "sources":[
  {"name":"fibre","sourceArn":"arn:aws:mediaconnect:eu-west-1:123456789012:source:1-aa:fibre",
   "peerIpAddress":"192.0.2.7","transport":{"protocol":"srt-listener","minLatency":200}},
  {"name":"bonded 5G","sourceArn":"arn:aws:mediaconnect:eu-west-1:123456789012:source:2-bb:bonded",
   "transport":{"protocol":"srt-listener"}}]},
 "messages":{"errors":["The source fibre has no whitelist."]}})";

inline const QByteArray assumedRole = R"(<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
 <AssumeRoleResult><AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/live/gantry</Arn></AssumedRoleUser>
 <Credentials><AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>role/secret+key</SecretAccessKey>
 <SessionToken>role-token==</SessionToken><Expiration>%1</Expiration></Credentials></AssumeRoleResult>
 <ResponseMetadata><RequestId>aa-bb</RequestId></ResponseMetadata></AssumeRoleResponse>)";

inline const QByteArray wrongCode = R"(<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code>
 <Message>MultiFactorAuthentication failed with invalid MFA one time pass code.</Message></Error>
 <RequestId>cc-dd</RequestId></ErrorResponse>)";

} // namespace gantry::test::aws
