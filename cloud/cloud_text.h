#pragma once
// The words of the cloud toolkit for people: Text::tr() in the translation context "cloud".

#include <QCoreApplication>

namespace gantry::cloud {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cloud)
};

} // namespace gantry::cloud
