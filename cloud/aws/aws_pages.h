#pragma once
// A list that comes in pages, read to its end: every page once, and an end to lists that go round in circles.

#include "cloud/aws/aws_door.h"

namespace gantry::cloud {

// Takes one page and says which token asks for the next; empty at the end.
using AwsPage = std::function<Result<QString>(const QByteArray &body)>;

// `first` without a token; the token goes into the query parameter `parameter`. `done` comes once, after the last page
// or at the first failure; pages before it have been taken. Drops out with the door.
void readAwsPages(AwsDoor &door, const AwsAsk &first, const QByteArray &parameter, AwsPage take,
                  std::function<void(Result<void>)> done);

} // namespace gantry::cloud
