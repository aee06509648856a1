#include "widgets/wall/cell_offer.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>
#include <QTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gantry::widgets {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gantry::widgets::LayoutEditor)
};

constexpr int maxText = 200; // as the show file has it

using Chosen = std::function<void(const CellContent &)>;

class CellMenu
{
public:
    CellMenu(QMenu &menu, CellContent now, QWidget *parent, Chosen chosen)
        : m_menu(menu), m_now(std::move(now)), m_parent(parent), m_chosen(std::move(chosen))
    {
    }

    void add(QMenu &menu, const QString &text, const CellContent &content)
    {
        QAction *action = menu.addAction(QString(text).replace(u'&', u"&&"_s), &m_menu,
                                         [content, chosen = m_chosen] { chosen(content); });
        action->setCheckable(true);
        action->setChecked(content == m_now);
    }

    void addOffers(const QString &title, const QList<CellOffer> &offers, CellKind kind)
    {
        QMenu *menu = nullptr;
        for (const CellOffer &offer : offers) {
            if (offer.content.kind != kind)
                continue;
            menu = menu ? menu : m_menu.addMenu(title);
            add(*menu, offer.text, offer.content);
        }
    }

    void addClocks()
    {
        QMenu &menu = *m_menu.addMenu(Words::tr("&Clock"));
        for (const QString &which : {u"utc"_s, u"local"_s, u"show"_s})
            add(menu, cellText({CellKind::Clock, which}), {CellKind::Clock, which});
        addAsked(menu, Words::tr("&Countdown…"), CellKind::Clock, Words::tr("Counts down to this time of day:"),
                 [](const QString &answer) {
                     const QTime time = QTime::fromString(answer.trimmed(), u"H:m:s"_s);
                     return time.isValid() ? u"countdown "_s + time.toString(u"HH:mm:ss"_s) : QString();
                 });
    }

    void addText()
    {
        addAsked(m_menu, Words::tr("&Text…"), CellKind::Text, Words::tr("The cell says:"),
                 [](const QString &answer) { return answer.trimmed().left(maxText); });
    }

    void addImage()
    {
        QObject::connect(
            m_menu.addAction(Words::tr("&Image…")), &QAction::triggered, m_parent,
            [parent = m_parent, chosen = m_chosen] {
                auto *dialogue = new QFileDialog(parent, Words::tr("Image"), {},
                                                 Words::tr("Images (*.png *.jpg *.jpeg *.webp *.bmp *.gif)"));
                dialogue->setAttribute(Qt::WA_DeleteOnClose);
                dialogue->setFileMode(QFileDialog::ExistingFile);
                QObject::connect(dialogue, &QFileDialog::fileSelected, parent, [chosen](const QString &file) {
                    chosen({CellKind::Image, file});
                });
                dialogue->open();
            });
    }

private:
    // `accepted` gives nothing for an answer that does not fit: the cell then stays as it was.
    template <typename Accepted>
    void addAsked(QMenu &menu, const QString &text, CellKind kind, const QString &question, Accepted accepted)
    {
        const QString old = m_now.kind == kind ? m_now.what : QString();
        QAction *action = menu.addAction(text);
        QObject::connect(action, &QAction::triggered, m_parent,
                         [parent = m_parent, chosen = m_chosen, kind, question, old, accepted] {
                             auto *dialogue = new QInputDialog(parent);
                             dialogue->setAttribute(Qt::WA_DeleteOnClose);
                             dialogue->setWindowTitle(Words::tr("What the cell shows"));
                             dialogue->setLabelText(question);
                             const bool counts = kind == CellKind::Clock;
                             dialogue->setTextValue(counts ? u"20:00:00"_s : old);
                             QObject::connect(dialogue, &QInputDialog::textValueSelected, parent,
                                              [chosen, kind, accepted](const QString &answer) {
                                                  if (const QString what = accepted(answer); !what.isEmpty())
                                                      chosen({kind, what});
                                              });
                             dialogue->open();
                         });
    }

    QMenu &m_menu;
    const CellContent m_now;
    QWidget *m_parent;
    const Chosen m_chosen;
};

QString clockText(const QString &which)
{
    if (which == u"utc")
        return Words::tr("Clock, UTC");
    if (which == u"local")
        return Words::tr("Clock, local");
    if (which == u"show")
        return Words::tr("Clock, since the show began");
    return Words::tr("Clock, %1").arg(which);
}

} // namespace

QString cellText(const CellContent &content, const QList<CellOffer> &offers)
{
    const auto offer = std::ranges::find(offers, content, &CellOffer::content);
    if (offer != offers.end())
        return offer->text;
    switch (content.kind) {
    case CellKind::Feed:
        return content.what;
    case CellKind::Program:
        return Words::tr("Program");
    case CellKind::Preview:
        return Words::tr("Preview");
    case CellKind::Chart:
        return Words::tr("Chart, %1").arg(content.what);
    case CellKind::Alarms:
        return Words::tr("Alarms");
    case CellKind::Clock:
        return clockText(content.what);
    case CellKind::Image:
        return Words::tr("Image, %1").arg(content.what.section(u'/', -1));
    case CellKind::Text:
        return Words::tr("Text, “%1”").arg(content.what.simplified());
    case CellKind::Figure:
        return Words::tr("Figure, %1").arg(content.what);
    case CellKind::Empty:
        break;
    }
    return Words::tr("Empty");
}

QMenu *cellMenu(const QList<CellOffer> &offers, const CellContent &now, QWidget *parent, Chosen chosen)
{
    auto *menu = new QMenu(parent);
    CellMenu cells(*menu, now, parent, std::move(chosen));
    cells.addOffers(Words::tr("&Feed"), offers, CellKind::Feed);
    cells.add(*menu, cellText({CellKind::Program, {}}), {CellKind::Program, {}});
    cells.add(*menu, cellText({CellKind::Preview, {}}), {CellKind::Preview, {}});
    menu->addSeparator();
    cells.addOffers(Words::tr("C&hart"), offers, CellKind::Chart);
    cells.add(*menu, cellText({CellKind::Alarms, {}}), {CellKind::Alarms, {}});
    cells.addClocks();
    cells.addOffers(Words::tr("Fi&gure"), offers, CellKind::Figure);
    cells.addImage();
    cells.addText();
    menu->addSeparator();
    cells.add(*menu, cellText({}), {});
    return menu;
}

} // namespace gantry::widgets
