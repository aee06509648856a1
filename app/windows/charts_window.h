#pragma once
// Lanes on one time axis: per feed its link, per channel its viewers, with flags where something happened.

#include "app/windows/room_window.h"

#include <vector>

class QComboBox;
class QTimer;

namespace gantry {

class RecordSource;
class SeriesStore;

namespace widgets {
class ChartStack;
class TimeChart;
} // namespace widgets

class ChartsWindow final : public RoomWindow
{
    Q_OBJECT

public:
    // The store and the source outlive the window.
    ChartsWindow(const QString &show, const SeriesStore &store, const RecordSource &source, QWidget *parent = nullptr);

    // Draws what the store holds now; also happens once a second while visible.
    void redraw();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    // The lanes of the chosen feed, or of all in short.
    void layLanes();

    const SeriesStore &m_store;
    const RecordSource &m_source;
    QComboBox *m_span = nullptr;
    QComboBox *m_feed = nullptr;
    widgets::ChartStack *m_stack = nullptr;
    struct Lane
    {
        std::size_t lane; // of the store
        widgets::TimeChart *chart;
    };
    std::vector<Lane> m_lanes;
    QTimer *m_second = nullptr;
};

} // namespace gantry
