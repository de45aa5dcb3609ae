// The whole app on Kitley, in memory: shown, or every page as a picture.
//   frontsheet_preview [--screens DIR | --draft DIR] [--laptop] [--dark] [--text-scale N] [--as nurse|assessor|governance|officer|manager] [--silent] [--restored]
//                      [--closed] [--came-back] [--quiet-day] [--variants NAMES]
#include "app/frontsheet/language.h"
#include "app/frontsheet/pdf_writer.h"
#include "app/frontsheet/screen_tour.h"
#include "tests/app/preview/catalogue_tour.h"
#include "tests/app/preview/page_audit.h"
#include "tests/app/support/came_back.h"
#include "tests/app/support/care_team_town.h"
#include "tests/app/support/conference_town.h"
#include "tests/app/support/evidence_town.h"
#include "tests/app/support/files_town.h"
#include "tests/app/support/history_town.h"
#include "tests/app/support/kitley.h"
#include "tests/app/support/placements_town.h"
#include "tests/app/support/plan_town.h"
#include "tests/app/support/report_town.h"
#include "tests/app/support/round_town.h"
#include "tests/app/support/silent_homes.h"
#include "tests/app/support/team_town.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQuickWindow>

#include "qml/theme/fonts.h"

namespace {

// Notes nothing: here nothing leaves.
class NoJournal final : public frontsheet::ReadingJournal {
public:
    frontsheet::Result<void> noteReadings(std::span<const frontsheet::HomeReading>) override {
        return frontsheet::ok();
    }
};

} // namespace

int main(int argc, char** argv) {
    using namespace frontsheet;
    QGuiApplication application(argc, argv);
    QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{"screens", "write pictures and leave", "DIR"},
                       {"draft", "write the draft of an answer to Edith's request for her records, and leave", "DIR"},
                       {"laptop", "laptop form"},
                       {"dark", "dark theme"},
                       {"text-scale", "1 to 2", "N", "1"},
                       {"silent", "two homes have not answered for days"},
                       {"quiet-day", "no visits are planned"},
                       {"restored", "the council's server came back from a backup"},
                       {"closed", "the agency has shut the device out"},
                       {"came-back", "work came back from its homes, one item of each kind"},
                       {"take", "take the references of the catalogue there", "FOLDER"},
                       {"compare", "compare every page with the references there", "FOLDER"},
                       {"audit", "look at every page for what holds on all of them, and leave"},
                       {"variants", "pictures of these alone, such as tablet-tall-doubled,laptop-doubled", "NAMES"},
                       {"differences", "where pictures of what differs are written", "FOLDER", "differences"},
                       {"as", "nurse, assessor, governance, officer or manager", "WHO", "nurse"}});
    parser.process(application);
    useFrontsheetFonts();
    useLanguage(application, QLocale(QLocale::English, QLocale::UnitedKingdom));

    const QString who = parser.value("as");
    testing::Kitley kitley(who == "assessor"     ? testing::Kitley::assessor()
                           : who == "governance" ? testing::Kitley::governance()
                           : who == "officer"    ? testing::PlacementsTown::officer()
                           : who == "manager"    ? testing::TeamTown::manager()
                                                 : testing::Kitley::nurse());
    kitley.agree();
    kitley.eventfulNight();
    kitley.onTheRota();
    if (!parser.isSet("quiet-day")) {
        const testing::RoundTown round(kitley);
    }
    testing::attachFiles(kitley);
    if (who == "officer") {
        const testing::PlacementsTown placements(kitley);
    }
    if (who == "manager") {
        testing::TeamTown team(kitley);
        team.putOnDuty();
    }
    (void)testing::planEdith(kitley);
    if (who != "manager") { // whose list would be one person's plan
        testing::planIvyInFull(kitley);
    }
    const testing::ConferenceTown conferences(kitley);
    if (who != "manager") { // in whose own name they would be
        testing::holdDischarges(kitley);
        testing::holdRoundReferrals(kitley);
    }
    testing::EvidenceTown town(kitley);
    kitley.whoSaw = &town;
    testing::HistoryTown earlier(kitley);
    kitley.histories = &earlier;
    testing::SilentHomes silent;
    const WallTime since = kitley.clock.now() + -std::chrono::hours{50};
    silent.silent = {{AgencyId{"council"}, LeaseState::ReasonNeeded, since},
                     {AgencyId{"priory"}, LeaseState::Hidden, since}};
    if (parser.isSet("silent")) {
        kitley.leases = &silent;
        kitley.store.leaseOf = [&silent](const Record& record) { return silent.of(record); };
    }
    if (parser.isSet("restored")) {
        kitley.serverIsLookedThrough(AgencyId{"council"});
    }
    if (parser.isSet("closed")) {
        kitley.closed = ClosedProfile{since,
                                      AgencyId{"harbour"},
                                      "Harbour Health",
                                      "01632 960111",
                                      {{AgencyId{"harbour"}, "Harbour Health", 3}},
                                      {{AgencyId{"council"}, "Kitley Council", 1}},
                                      "unsent.rescue"};
    }
    std::optional<testing::CameBack> cameBack;
    if (parser.isSet("came-back")) {
        cameBack.emplace(kitley);
    }
    kitley.hideMira();
    kitley.saidWhatIsRight();
    testing::sayHowEdithsTeamCame(kitley);
    testing::KitleyDoor door(kitley);
    UiDispatcher ui;
    BackgroundExecutor executor;
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const QTimeZone zone("Europe/London");
    const Look look{parser.isSet("laptop") ? Form::Laptop : Form::Tablet, parser.isSet("dark"),
                    parser.value("text-scale").toDouble()};
    AppModel app({door, executor, ui, kitley.clock, Wording{english, zone, kitley.clock}, QString{}, look.form});
    ShellWindow shell(app, look);
    if (shell.window() == nullptr) {
        return 2;
    }
    if (parser.isSet("draft")) {
        NoJournal journal;
        PdfWriter writer(parser.value("draft").toStdString());
        kitley.journal = &journal;
        kitley.documents = &writer;
        town.holdWhatIsHeld(kitley.edith);
        const auto settle = [&] {
            for (int round = 0; round < 4; ++round) {
                executor.drain();
                QCoreApplication::processEvents();
            }
        };
        app.unlock(QStringLiteral("orchard row"));
        settle();
        app.disclosure()->open(QString::fromStdString(kitley.edith.hex()));
        settle();
        app.disclosure()->writeDraft();
        settle();
        qInfo("%s%s", qUtf8Printable(app.disclosure()->draftText()), qUtf8Printable(app.disclosure()->errorTitle()));
        return app.disclosure()->draftText().isEmpty() ? 1 : 0;
    }
    TourPlan plan{parser.value("screens"),       "orchard row",  "Hargreave",
                  "fallen, lives alone, Kitley", look.textScale, "Sandhu"};
    plan.shutOut = [&] {
        ClosedProfile closed;
        closed.at = kitley.clock.now();
        closed.agency = kitley.me.agency;
        closed.name = kitley.me.agency == AgencyId{"harbour"} ? "Harbour Health" : "Kitley Council";
        closed.phone = "01632 960111";
        closed.handedIn = {{kitley.me.agency, closed.name, 3}};
        closed.sealed = {{AgencyId{"estuary"}, "Estuary Mental Health", 1}};
        closed.file = "unsent.rescue";
        kitley.closed = closed;
        door.tellChanged();
        while (app.lock() != AppModel::Closed) {
            executor.drain();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        }
    };
    plan.variants = parser.value("variants").split(QLatin1Char(','), Qt::SkipEmptyParts);
    if (parser.isSet("take") || parser.isSet("compare")) {
        const bool take = parser.isSet("take");
        return testing::tourCatalogue(
            shell, app, executor, plan,
            {who, parser.value(take ? "take" : "compare"), take ? QString{} : parser.value("differences")});
    }
    if (parser.isSet("audit")) {
        return testing::tourAudit(shell, app, executor, plan);
    }
    if (parser.isSet("screens")) {
        const auto written = tourScreens(shell, app, executor, plan);
        if (!written) {
            qWarning("%s", describe(written.error()).c_str());
            return 1;
        }
        return 0;
    }
    shell.window()->resize(1280, 800);
    return QGuiApplication::exec();
}
