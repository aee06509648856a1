#pragma once
// The readiness list: a point a row with its mark, what was found and what to do. What a person is told to type can be
// selected and copied, by keys too. UI thread.

#include "app/control/readiness.h"

#include <QScrollArea>

#include <vector>

class QGridLayout;
class QLabel;

namespace gantry {

class ReadinessPane final : public QScrollArea
{
    Q_OBJECT

public:
    explicit ReadinessPane(QWidget *parent = nullptr);

    void setPoints(const QList<ReadyPoint> &points);

private:
    struct Row
    {
        QLabel *mark = nullptr;
        QLabel *what = nullptr;
        QLabel *text = nullptr;
        ReadyPoint shown;
    };
    void fill(Row &row, const ReadyPoint &point);

    QGridLayout *m_grid = nullptr;
    std::vector<Row> m_rows;
};

} // namespace gantry
