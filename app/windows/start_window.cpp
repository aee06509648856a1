#include "app/windows/start_window.h"

#include "app/windows/readiness_pane.h"
#include "widgets/theme.h"

#include <QCommandLinkButton>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QScreen>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace gantry {

namespace {

constexpr int recentShown = 8;

} // namespace

StartWindow::StartWindow(const QString &sessions, QWidget *parent)
    : QWidget(parent), m_sessions(sessions), m_recent(new QListWidget), m_readiness(new ReadinessPane)
{
    setWindowTitle(tr("Gantry"));
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(32, 32, 32, 32);
    columns->setSpacing(32);
    columns->addLayout(buildChoices(), 3);
    columns->addLayout(buildReadiness(), 2);
    const int em = fontMetrics().height();
    resize(QSize(em * 56, em * 34).boundedTo(screen()->availableSize() * 0.95));
}

QBoxLayout *StartWindow::buildChoices()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(12);
    auto *title = new QLabel(tr("Gantry"));
    title->setFont(widgets::textFont(2.0, QFont::DemiBold));
    column->addWidget(title);

    const auto add = [&](const QString &text, const QString &description) {
        auto *button = new QCommandLinkButton(text, description);
        button->setIcon({});
        button->setFont(widgets::textFont(1.25)); // its own is smaller than the theme's text
        button->setToolTip(description);
        button->setAccessibleName(text);
        column->addWidget(button);
        return button;
    };
    connect(add(tr("&Rehearse"), tr("A room on test feeds and a sandbox cloud. Nothing to fill in, no account.")),
            &QAbstractButton::clicked, this, [this] { Q_EMIT chosen({QStringLiteral("rehearse")}); });
    connect(add(tr("&Open a show…"), tr("Its feeds, its encoders and its viewers, from one show file.")),
            &QAbstractButton::clicked, this, [this] {
                chooseFile(QStringLiteral("open"), tr("Open a show"),
                           QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), tr("Shows (*.json)"));
            });
    connect(add(tr("Re&play a session…"), tr("A recorded session, in the same windows.")), &QAbstractButton::clicked,
            this, [this] {
                chooseFile(QStringLiteral("replay"), tr("Replay a session"), m_sessions, tr("Sessions (*.gantry)"));
            });

    auto *recent = new QLabel(tr("Recorded &last"));
    recent->setBuddy(m_recent);
    column->addWidget(recent);
    m_recent->setAccessibleName(tr("Recorded last"));
    m_recent->setToolTip(tr("Enter or a double click replays a session"));
    column->addWidget(m_recent, 1);
    listSessions();
    connect(m_recent, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        Q_EMIT chosen({QStringLiteral("replay"), item->data(Qt::UserRole).toString()});
    });
    return column;
}

QBoxLayout *StartWindow::buildReadiness()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(12);
    auto *title = new QLabel(tr("Ready for a show?"));
    title->setFont(widgets::textFont(1.25, QFont::DemiBold));
    column->addWidget(title);
    m_readiness->setMinimumWidth(fontMetrics().height() * 18);
    column->addWidget(m_readiness, 1);
    return column;
}

void StartWindow::setReadiness(const QList<ReadyPoint> &points)
{
    m_readiness->setPoints(points);
}

void StartWindow::listSessions()
{
    const QFileInfoList files = QDir(m_sessions).entryInfoList({QStringLiteral("*.gantry")}, QDir::Files, QDir::Time);
    for (const QFileInfo &file : files.mid(0, recentShown)) {
        auto *item = new QListWidgetItem(file.completeBaseName(), m_recent);
        item->setData(Qt::UserRole, file.filePath());
    }
    if (files.isEmpty()) {
        auto *item = new QListWidgetItem(tr("Nothing is recorded yet."), m_recent);
        item->setFlags(Qt::NoItemFlags);
    }
}

void StartWindow::chooseFile(const QString &verb, const QString &title, const QString &folder, const QString &filter)
{
    auto *dialog = new QFileDialog(this, title, folder, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, verb](const QString &file) {
        Q_EMIT chosen({verb, file});
    });
    dialog->open();
}

} // namespace gantry
