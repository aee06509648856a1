// What a hand finds of an encoder in the control window: a code that is asked for, and what can be asked of it.

#include "app/models/encoder_model.h"
#include "app/models/room_status.h"
#include "app/models/small_picture.h"
#include "app/rooms/operator_questions.h"
#include "app/windows/control_window.h"
#include "app/windows/encoder_card.h"
#include "app/windows/question_strip.h"
#include "tests/support/hand_room.h"
#include "widgets/hold_button.h"
#include "widgets/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace gantry;
using namespace gantry::tests;
using namespace std::chrono_literals;

namespace {

struct Desk
{
    Desk()
        : show(smallShow())
        , models(show, source)
        , window(show.name, {&models.wall, &models.details, &models.encoders, &models.alarms, &models.audit, &status},
                 source)
    {
        QObject::connect(&source, &RecordSource::arrived, [this](const RecordBatch &batch) { models.apply(batch); });
        window.offerPictures();
        window.offerActions();
        window.show();
        strip = window.findChild<QuestionStrip *>();
        card = window.findChild<EncoderCard *>();
        field = strip->findChild<QLineEdit *>();
    }
    widgets::HoldButton *button(const QString &text) const
    {
        for (auto *one : card->findChildren<widgets::HoldButton *>()) {
            if (one->text() == text)
                return one;
        }
        return nullptr;
    }

    HandRoom source;
    Show show;
    RoomModels models;
    RoomStatus status;
    ControlWindow window;
    QuestionStrip *strip = nullptr;
    EncoderCard *card = nullptr;
    QLineEdit *field = nullptr;
};

} // namespace

class EncoderWindowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { widgets::applyTheme(*qApp); }

    void aCodeIsAskedForInAStripThatStopsNothing()
    {
        Desk desk;
        QVERIFY(desk.strip->isHidden());
        QWidget *focus = desk.window.focusWidget();
        desk.window.ask(QStringLiteral("mfa"), QStringLiteral("MFA code of anna"), QStringLiteral("to assume live"), 6);
        QVERIFY(desk.strip->isVisible());
        QCOMPARE(desk.window.focusWidget(), focus); // the hand stays where it is
        QCOMPARE(QApplication::activeModalWidget(), nullptr);
        QCOMPARE(desk.field->accessibleName(), QStringLiteral("MFA code of anna"));
    }

    void aCodeLeavesWithEnterWhenItIsWholeAndIsForgotten()
    {
        Desk desk;
        QSignalSpy answered(&desk.window, &ControlWindow::questionAnswered);
        desk.window.ask(QStringLiteral("mfa"), QStringLiteral("MFA code"), {}, 6);
        QTest::keyClicks(desk.field, QStringLiteral("12a345"));
        QTest::keyClick(desk.field, Qt::Key_Return);
        QCOMPARE(answered.size(), 0);
        QTest::keyClicks(desk.field, QStringLiteral("67"));
        QTest::keyClick(desk.field, Qt::Key_Return);
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered[0][1].toString(), QStringLiteral("123456"));
        QVERIFY(desk.field->text().isEmpty());
        QVERIFY(desk.strip->isHidden());
    }

    void severalQuestionsComeOneAfterTheOtherAndOneThatIsOverGoes()
    {
        Desk desk;
        desk.window.ask(QStringLiteral("a"), QStringLiteral("first"), {}, 6);
        desk.window.ask(QStringLiteral("b"), QStringLiteral("second"), {}, 6);
        QTest::keyClicks(desk.field, QStringLiteral("123"));
        desk.window.endQuestion(QStringLiteral("a"));
        QCOMPARE(desk.field->accessibleName(), QStringLiteral("second"));
        QVERIFY(desk.field->text().isEmpty()); // what was typed was for the other
        desk.window.endQuestion(QStringLiteral("b"));
        QVERIFY(desk.strip->isHidden());
    }

    void anAnswerGoesToAllThatAskedTheSame()
    {
        OperatorQuestions questions;
        QSignalSpy asked(&questions, &OperatorQuestions::asked);
        QStringList got;
        const auto take = [&got](const cloud::Result<QString> &code) { got.append(code.value_or(QString())); };
        questions.ask({QStringLiteral("mfa"), {}, {}, 6}, take);
        questions.ask({QStringLiteral("mfa"), {}, {}, 6}, take);
        QCOMPARE(asked.size(), 1);
        questions.answer(QStringLiteral("other"), QStringLiteral("1"));
        questions.answer(QStringLiteral("mfa"), QStringLiteral("2"));
        questions.answer(QStringLiteral("mfa"), QStringLiteral("3"));
        QCOMPARE(got, (QStringList{QStringLiteral("2"), QStringLiteral("2")}));
    }

    void theCardOffersWhatTheProviderHasAndSaysWhyNot()
    {
        Desk desk;
        QVERIFY(desk.button(QStringLiteral("Prepare B")));
        QVERIFY(desk.button(QStringLiteral("Restart pipeline 1")));
        QVERIFY(!desk.button(QStringLiteral("Prefer B"))); // MediaLive has no such command
        EncoderRecord record =
            encoder(cloud::EncoderState::Running, "RUNNING", {QStringLiteral("A"), QStringLiteral("A")});
        record.sample.obstacles.push_back(
            {cloud::Verb::SwitchInput, QStringLiteral("B"), QStringLiteral("They are a pair.")});
        desk.source.happens(record);
        for (auto *one : desk.card->findChildren<widgets::HoldButton *>()) {
            if (one->text().startsWith(QStringLiteral("Switch to B")))
                QCOMPARE(one->blockedReason(), QStringLiteral("They are a pair."));
        }
        QVERIFY(!desk.button(QStringLiteral("Prepare B"))->blocked());
    }

    void aPictureIsAskedForByHandAndStandsInTheCard()
    {
        Desk desk;
        QSignalSpy wanted(&desk.window, &ControlWindow::pictureWanted);
        QToolButton *look = nullptr;
        for (auto *one : desk.card->findChildren<QToolButton *>()) {
            if (one->text() == QStringLiteral("Picture"))
                look = one;
        }
        QVERIFY(look);
        QVERIFY(desk.card->stops().contains(look));
        QVERIFY(wanted.isEmpty());
        QTest::keyClick(look, Qt::Key_Space);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0], (QVariantList{QStringLiteral("Main"), QStringLiteral("0")}));
        const auto shown = [&desk] {
            for (auto *label : desk.card->findChildren<QLabel *>()) {
                if (!label->pixmap().isNull())
                    return label->isVisible();
            }
            return false;
        };
        QVERIFY(!shown());
        QImage picture(320, 180, QImage::Format_RGB32);
        picture.fill(Qt::darkCyan);
        desk.window.setPicture(QStringLiteral("another"), {picture, 2s, {}});
        QVERIFY(!shown());
        desk.window.setPicture(QStringLiteral("Main"), {picture, 2s, {}});
        QVERIFY(shown());
    }

    void whatTheProviderSaysIsFoldedAwayUntilItIsWanted()
    {
        Desk desk;
        EncoderRecord record = encoder(cloud::EncoderState::Running, "RUNNING");
        record.sample.details.push_back({QStringLiteral("channelClass"), QStringLiteral("STANDARD")});
        desk.source.happens(record);
        const auto shown = [&desk] {
            for (auto *label : desk.card->findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().contains(QStringLiteral("channelClass: STANDARD")))
                    return true;
            }
            return false;
        };
        QVERIFY(!shown());
        for (auto *one : desk.card->findChildren<QToolButton *>()) {
            if (one->text() == QStringLiteral("Details"))
                QTest::keyClick(one, Qt::Key_Space);
        }
        QVERIFY(shown());
    }
};

QTEST_MAIN(EncoderWindowsTest)
#include "encoder_windows_test.moc"
