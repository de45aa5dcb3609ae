#include "app/frontsheet/screen_tour.h"

#include "app/frontsheet/conference_tour.h"
#include "app/frontsheet/files_tour.h"
#include "app/frontsheet/forms_tour.h"
#include "app/frontsheet/loading_pictures.h"
#include "app/frontsheet/person_tour.h"
#include "app/frontsheet/placements_tour.h"
#include "app/frontsheet/plan_tour.h"
#include "app/frontsheet/referral_tour.h"
#include "app/frontsheet/round_tour.h"
#include "app/frontsheet/team_tour.h"

#include <QCoreApplication>
#include <QDir>
#include <QImage>
#include <QQuickWindow>

#include <algorithm>
#include <array>
#include <vector>

namespace frontsheet {

namespace {

struct Variant {
    const char* name;
    int width;
    int height;
    Form form;
    bool dark;
    double textScale = 1; // on top of the plan's
};

constexpr std::array kVariants{
    Variant{"tablet-wide-light", 1280, 800, Form::Tablet, false},
    Variant{"tablet-wide-dark", 1280, 800, Form::Tablet, true},
    Variant{"tablet-tall-light", 800, 1280, Form::Tablet, false},
    Variant{"tablet-tall-dark", 800, 1280, Form::Tablet, true},
    Variant{"tablet-tall-doubled", 800, 1280, Form::Tablet, false, 2},
    Variant{"tablet-wide-doubled", 1280, 800, Form::Tablet, false, 2},
    Variant{"laptop-light", 1440, 900, Form::Laptop, false},
    Variant{"laptop-dark", 1440, 900, Form::Laptop, true},
    Variant{"laptop-doubled", 1440, 900, Form::Laptop, false, 2},
    Variant{"laptop-large-light", 1920, 1080, Form::Laptop, false},
};

constexpr int kPackedALittle = 80; // of 100, which is not at all
// Of whom the tour looks how much there is to see.
constexpr int kCandidates = 8;

class Tour {
public:
    Tour(ShellWindow& shell, AppModel& app, BackgroundExecutor& executor, const TourPlan& plan)
        : m_shell(shell), m_app(app), m_executor(executor), m_plan(plan),
          m_frame(shell.window()->findChild<QObject*>(QStringLiteral("shell"))) {}

    Result<QStringList> run() {
        if (m_frame == nullptr || (!m_plan.take && !QDir().mkpath(m_plan.folder))) {
            return {ErrorCode::DiskFailed, "folder for pictures"};
        }
        std::vector<const Variant*> wanted;
        for (const Variant& variant : kVariants) {
            if (!m_plan.variants.isEmpty() && !m_plan.variants.contains(QString::fromLatin1(variant.name))) {
                continue;
            }
            wanted.push_back(&variant);
        }
        for (const Variant* variant : wanted) {
            dressAs(*variant);
            FS_TRY(visitAll());
        }
        if (m_plan.shutOut) { // there is no way back from it
            m_plan.shutOut();
            for (const Variant* variant : wanted) {
                dressAs(*variant);
                FS_TRY(grab("closed"));
            }
        }
        return m_written;
    }

private:
    void dressAs(const Variant& variant) {
        m_variant = &variant;
        m_shell.setLook({variant.form, variant.dark, m_plan.textScale * variant.textScale});
        m_shell.theme()->setProperty("reducedMotion", true);
        m_shell.window()->resize(variant.width, variant.height);
    }

    // Everything asked for has been answered and drawn: reads post answers, answers may ask again. Nothing fades on a tour.
    void settle() {
        for (int round = 0; round < 6; ++round) {
            m_executor.drain();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
            // No loop of the program's does it here.
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        waitForPictures(*m_shell.window());
    }

    // What is typed is kept a moment later, and said to be: every picture is of after it, on a busy machine too.
    void keep() {
        m_app.note()->flush();
        m_app.form()->flush();
        m_app.visit()->flush();
        m_app.measure()->flush();
        m_app.messages()->flush();
        m_app.conference()->flush();
    }

    Result<void> grab(const char* page) {
        settle();
        keep();
        settle();
        const QString variant = QString::fromLatin1(m_variant->name);
        const QString name = QStringLiteral("%1-%2.png").arg(QString::fromLatin1(page), variant);
        if (m_plan.take) {
            m_written << name;
            return m_plan.take(QString::fromLatin1(page), variant, m_shell.window()->grabWindow());
        }
        // Packed a little: packing well takes longer than drawing.
        if (!m_shell.window()->grabWindow().save(QDir(m_plan.folder).filePath(name), "PNG", kPackedALittle)) {
            return {ErrorCode::DiskFailed, "picture"};
        }
        m_written << name;
        return ok();
    }

    void call(const char* method) { QMetaObject::invokeMethod(m_frame, method); }
    void call(const char* method, const QString& argument) {
        QMetaObject::invokeMethod(m_frame, method, Q_ARG(QString, argument));
    }
    void call(const char* method, const QString& first, const QString& second) {
        QMetaObject::invokeMethod(m_frame, method, Q_ARG(QString, first), Q_ARG(QString, second));
    }
    void call(const char* method, const QString& first, const QString& second, const QString& third) {
        QMetaObject::invokeMethod(m_frame, method, Q_ARG(QString, first), Q_ARG(QString, second),
                                  Q_ARG(QString, third));
    }

    Result<void> open() {
        if (m_app.lock() == AppModel::Open && m_plan.passphrase.isEmpty()) {
            return ok();
        }
        m_app.lockNow();
        FS_TRY(grab("unlock"));
        m_app.unlock(m_plan.passphrase);
        settle();
        if (m_app.lock() != AppModel::Open) {
            return {ErrorCode::WrongPassphrase, m_app.faultTitle().toStdString()};
        }
        return ok();
    }

    // The people of the list, whom most agencies know first.
    QStringList peopleByAgencies() {
        CaseloadModel& people = *m_app.caseload();
        people.setSearch(m_plan.person);
        settle();
        if (people.rows()->count() == 0) {
            people.setSearch({});
            people.setEveryone(true);
            settle();
        }
        while (people.rows()->canFetchMore({})) {
            people.rows()->fetchMore({});
            settle();
        }
        std::vector<std::pair<qsizetype, QString>> found; // how many agencies, whom
        for (int row = 0; row < people.rows()->count(); ++row) {
            const auto says = [&](int role) { return people.rows()->data(people.rows()->index(row), role).toString(); };
            const QString name = says(CaseloadRows::NameRole);
            const QString id = says(CaseloadRows::PersonIdRole);
            found.emplace_back(people.rows()->badges(says(CaseloadRows::CodesRole)).size(), id);
            if (name.size() > m_longestName.size()) {
                m_longestName = name;
                m_longNamed = id;
            }
        }
        std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        QStringList ids;
        std::transform(found.begin(), found.end(), std::back_inserter(ids), [](const auto& one) { return one.second; });
        people.setSearch({});
        people.setEveryone(false);
        settle();
        return ids;
    }

    // The person to show: of those whom most agencies know, about whom most is written. Looked for once.
    QString person() {
        if (!m_person.isEmpty()) {
            return m_person;
        }
        qsizetype most = -1;
        for (const QString& id : peopleByAgencies().mid(0, kCandidates)) {
            m_app.frontSheet()->open(id);
            settle();
            const FrontSheetModel& sheet = *m_app.frontSheet();
            const auto much = 2 * sheet.notes().size() + sheet.referrals().size();
            if (much > most) {
                most = much;
                m_person = id;
            }
        }
        return m_person;
    }

    Result<void> visitAll() {
        FS_TRY(open());
        settle();
        const QString who = person();
        if (who.isEmpty()) {
            return {ErrorCode::NotFound, "nobody on this device"};
        }
        call("go", QStringLiteral("today"));
        FS_TRY(grab("today"));
        call("go", QStringLiteral("people"));
        FS_TRY(grab("people"));
        const QString name = m_plan.person.isEmpty() ? QStringLiteral("a") : m_plan.person.left(3);
        using Typed = std::pair<const char*, QString>;
        for (const auto& [page, text] :
             {Typed{"people-search", name}, {"people-notes", "fall"}, {"people-none", "zzz"}}) {
            m_app.caseload()->setSearch(text);
            FS_TRY(grab(page));
        }
        m_app.emergency()->start(QStringLiteral("Edith Marlowe"));
        call("visit", QStringLiteral("emergency"));
        FS_TRY(grab("emergency"));
        m_app.emergency()->open(); // with nothing but a name: says what is missing, and asks nobody
        FS_TRY(grab("emergency-incomplete"));
        call("back");
        m_app.caseload()->setSearch({});
        if (!m_longNamed.isEmpty()) {
            call("openPerson", m_longNamed);
            FS_TRY(grab("front-sheet-long-name"));
        }
        call("openPerson", who);
        FS_TRY(grab("front-sheet"));
        FS_TRY(scrolled("front-sheet-below"));
        FS_TRY(tourTimeline(hands()));
        FS_TRY(tourRecords(hands(), who));
        FS_TRY(tourCareTeam(hands(), who));
        FS_TRY(tabs());
        FS_TRY(tourForms(hands(), who));
        call("openPerson", who);
        FS_TRY(tourRound(hands(), who));
        FS_TRY(tourConferences(hands(), who));
        FS_TRY(sharing(who));
        FS_TRY(hiding(who));
        FS_TRY(versions());
        FS_TRY(writing(who));
        FS_TRY(tourReferrals(hands()));
        FS_TRY(tourPlacements(hands()));
        FS_TRY(tourTeam(hands()));
        call("go", QStringLiteral("ring"));
        m_app.ring()->setWords(m_plan.question);
        FS_TRY(grab("who-to-ring"));
        m_app.ring()->setWords({});
        FS_TRY(grab("who-to-ring-at-hand"));
        m_app.ring()->openFor(who, m_app.frontSheet()->calledName());
        m_app.ring()->setWords(QStringLiteral("help at home, lunch club"));
        FS_TRY(grab("who-to-ring-stands-in"));
        m_app.ring()->openFor({}, {});
        m_app.ring()->setWords({});
        FS_TRY(sharing());
        FS_TRY(byWorker());
        call("visit", QStringLiteral("waiting"));
        FS_TRY(grab("saved-and-sent"));
        call("visit", QStringLiteral("proposals"));
        FS_TRY(grab("same-person"));
        FS_TRY(reports());
        if (QObject* keys = m_frame->findChild<QObject*>(QStringLiteral("keys"))) {
            QMetaObject::invokeMethod(keys, "open");
            FS_TRY(grab("keys"));
            QMetaObject::invokeMethod(keys, "close");
            settle();
        }
        return ok();
    }

    Result<void> reports() {
        call("go", QStringLiteral("today"));
        call("visit", QStringLiteral("reports"));
        ReportsModel& report = *m_app.reports();
        report.chooseKind(0);
        FS_TRY(grab("reports"));
        report.showBehind(QStringLiteral("others"), QStringLiteral("Lived beyond that, for all that is recorded"));
        FS_TRY(grab("reports-people"));
        report.chooseKind(1);
        FS_TRY(grab("reports-referrals"));
        const QString from = report.from();
        const QString until = report.until();
        report.chooseDays(QStringLiteral("1/1/2019"), QStringLiteral("31/12/2019"));
        report.chooseKind(0);
        FS_TRY(grab("reports-none"));
        report.chooseDays(QStringLiteral("31/2/2026"), QStringLiteral("soon"));
        FS_TRY(grab("reports-no-day"));
        report.chooseDays(from, until); // whoever grabs next settles
        return ok();
    }

    // The agreement as it opens, with a clause, and the rest of the page.
    Result<void> sharing() {
        call("go", QStringLiteral("sharing"));
        AgreementModel& agreement = *m_app.agreement();
        agreement.setPartner(std::min<int>(1, static_cast<int>(agreement.partners().size()) - 1));
        FS_TRY(grab("sharing"));
        bool chosen = false;
        for (int row = 0; row < agreement.rows().size() && !chosen; ++row) {
            const auto cells = agreement.rows().at(row).toMap().value(QStringLiteral("cells")).toList();
            if (!cells.isEmpty() && !cells.constFirst().toMap().value(QStringLiteral("none")).toBool()) {
                agreement.choose(row, 0);
                chosen = true;
            }
        }
        FS_TRY(grab("sharing-clause"));
        QObject* page = m_frame->findChild<QObject*>(QStringLiteral("sharingPage"));
        auto* flick = page != nullptr ? page->property("flick").value<QObject*>() : nullptr;
        if (flick != nullptr) {
            flick->setProperty("contentY", std::max(0.0, flick->property("contentHeight").toDouble() -
                                                             flick->property("height").toDouble()));
            FS_TRY(grab("sharing-below"));
            flick->setProperty("contentY", 0);
        }
        agreement.choose(-1, 0);
        return judging(page);
    }

    // What a governance lead looks at first of each kind, as far as the sheet: nothing is said.
    Result<void> judging(QObject* page) {
        QObject* sheet = page != nullptr ? page->findChild<QObject*>(QStringLiteral("reviewSheet")) : nullptr;
        for (const QVariant& part : m_app.governance()->parts()) {
            const auto rows = part.toMap().value(QStringLiteral("rows")).toList();
            const QVariant row = rows.isEmpty() ? QVariant{} : rows.constFirst();
            const QString kind = row.toMap().value(QStringLiteral("review")).toString();
            if (sheet != nullptr && !kind.isEmpty()) {
                QMetaObject::invokeMethod(sheet, "ask", Q_ARG(QVariant, row));
                FS_TRY(grab(kind == QStringLiteral("emergency") ? "review-emergency" : "review-concern"));
                QMetaObject::invokeMethod(sheet, "close");
                settle();
            }
        }
        return ok();
    }

    // The rest of a front sheet that is longer than its window.
    Result<void> scrolled(const char* page) {
        QObject* sheet = m_frame->findChild<QObject*>(QStringLiteral("frontSheet"));
        auto* flick = sheet != nullptr ? sheet->property("flick").value<QObject*>() : nullptr;
        if (flick == nullptr) {
            return {ErrorCode::Internal, "no front sheet"};
        }
        const double rest = flick->property("contentHeight").toDouble() - flick->property("height").toDouble();
        if (rest > 40) {
            flick->setProperty("contentY", rest);
            FS_TRY(grab(page));
            flick->setProperty("contentY", 0);
        }
        return ok();
    }

    Result<void> tabs() {
        QObject* page = m_frame->findChild<QObject*>(QStringLiteral("personPage"));
        if (page == nullptr) {
            return {ErrorCode::Internal, "no person page"};
        }
        page->setProperty("tab", 2);
        FS_TRY(grab("person-referrals"));
        page->setProperty("tab", 3);
        FS_TRY(grab("person-notes"));
        FS_TRY(tourNoteFiles(hands()));
        page->setProperty("tab", 0);
        return tourPlans(hands(), everybody());
    }

    // A handful of those on this device.
    QStringList everybody() {
        CaseloadModel& people = *m_app.caseload();
        people.setSearch({});
        people.setEveryone(true);
        settle();
        QStringList ids;
        for (int row = 0; row < std::min(people.rows()->count(), 2 * kCandidates); ++row) {
            ids << people.rows()->data(people.rows()->index(row), CaseloadRows::PersonIdRole).toString();
        }
        people.setEveryone(false);
        settle();
        return ids;
    }

    // What the person said about sharing, and the sheet on which it is recorded with them.
    Result<void> sharing(const QString& who) {
        call("openPermissions", who);
        FS_TRY(grab("permissions"));
        QObject* page = m_frame->findChild<QObject*>(QStringLiteral("permissionsPage"));
        if (page == nullptr) {
            return {ErrorCode::Internal, "no permissions page"};
        }
        QMetaObject::invokeMethod(page, "say", Q_ARG(bool, true));
        FS_TRY(grab("permissions-no"));
        QMetaObject::invokeMethod(page, "closeSheet");
        settle();
        return disclosures(who);
    }

    // Who saw what: before it is asked for, as the server answers, and one of them open.
    Result<void> disclosures(const QString& who) {
        call("openDisclosure", who);
        FS_TRY(grab("disclosure-before"));
        m_app.disclosure()->fetch();
        settle();
        m_app.disclosure()->fetchDevices();
        settle();
        FS_TRY(grab("disclosure"));
        return history(who);
    }

    // What a registration said before, and on a day.
    Result<void> history(const QString& who) {
        const QVariantList holders = m_app.frontSheet()->holders();
        if (holders.isEmpty()) {
            return ok();
        }
        call("openHistory", who, holders.constFirst().toMap().value(QStringLiteral("record")).toString());
        settle();
        FS_TRY(grab("history"));
        m_app.history()->askDay(m_app.history()->dayHint());
        FS_TRY(grab("history-day"));
        return ok();
    }

    // What a worker was sent and read: a governance lead's alone. Chosen, asked for, and a row open.
    Result<void> byWorker() {
        WorkerDisclosureModel& model = *m_app.workerDisclosure();
        call("openWorkerDisclosure", QString{}, QString{});
        settle();
        if (!model.mine()) {
            call("back");
            return ok();
        }
        model.setSearch(QStringLiteral("a"));
        FS_TRY(grab("worker-disclosure-choosing"));
        if (model.found().isEmpty()) {
            return {ErrorCode::NotFound, "nobody in the directory"};
        }
        const QVariantMap worker = model.found().constFirst().toMap();
        model.open(worker.value(QStringLiteral("agency")).toString(),
                   worker.value(QStringLiteral("worker")).toString());
        FS_TRY(grab("worker-disclosure-before"));
        model.fetch();
        FS_TRY(grab("worker-disclosure"));
        call("back");
        model.open({}, {});
        return ok();
    }

    // Somebody whose address is kept hidden, and how one hides another's.
    Result<void> hiding(const QString& who) {
        call("openPermissions", who);
        settle();
        QObject* page = m_frame->findChild<QObject*>(QStringLiteral("permissionsPage"));
        QMetaObject::invokeMethod(page, "hide");
        FS_TRY(grab("hide"));
        QMetaObject::invokeMethod(page, "closeSheet");
        settle();
        if (m_plan.hidden.isEmpty()) {
            return ok();
        }
        m_app.caseload()->setSearch(m_plan.hidden);
        settle();
        const CaseloadRows* rows = m_app.caseload()->rows();
        const QString found =
            rows->count() == 0 ? QString{} : rows->data(rows->index(0), CaseloadRows::PersonIdRole).toString();
        m_app.caseload()->setSearch({});
        if (found.isEmpty()) {
            return {ErrorCode::NotFound, "nobody whose address is hidden"};
        }
        call("openPerson", found);
        FS_TRY(grab("hidden-person"));
        call("openPermissions", found);
        FS_TRY(grab("hidden-permissions"));
        call("writeNote", found, QString{}, QString{});
        FS_TRY(grab("hidden-note"));
        call("refer", found, QString{});
        FS_TRY(grab("hidden-refer"));
        return ok();
    }

    Result<void> versions() {
        const QVariantList waiting = m_app.versions()->waiting();
        if (waiting.isEmpty()) {
            return ok();
        }
        const QVariantMap first = waiting.constFirst().toMap();
        call("openPerson", first.value(QStringLiteral("personId")).toString());
        FS_TRY(grab("front-sheet-versions"));
        call("openVersions", first.value(QStringLiteral("personId")).toString(),
             first.value(QStringLiteral("record")).toString(), first.value(QStringLiteral("op")).toString());
        FS_TRY(grab("versions"));
        auto* page = m_frame->findChild<QObject*>(QStringLiteral("versionsPage"));
        if (page != nullptr) {
            QMetaObject::invokeMethod(page, "begin");
            FS_TRY(grab("versions-writing"));
        }
        return ok();
    }

    TourHands hands() {
        return {m_app, *m_frame, [this] { settle(); }, [this](const char* page) { return grab(page); }};
    }

    Result<void> writing(const QString& who) {
        const QVariantList drafts = m_app.today()->drafts();
        if (drafts.isEmpty()) {
            call("writeNote", who, QString{}, QString{});
        } else {
            const QVariantMap draft = drafts.constFirst().toMap();
            call("writeNote", draft.value(QStringLiteral("personId")).toString(),
                 draft.value(QStringLiteral("id")).toString(), QString{});
        }
        FS_TRY(grab("note"));
        FS_TRY(tourDraftFiles(hands()));
        if (drafts.size() > 1) {
            const QVariantMap other = drafts.at(1).toMap();
            call("writeNote", other.value(QStringLiteral("personId")).toString(),
                 other.value(QStringLiteral("id")).toString(), QString{});
            FS_TRY(grab("note-with-files"));
            FS_TRY(tourDraftFiles(hands()));
        }
        call("go", QStringLiteral("today"));
        call("refer", who, QString{});
        settle();
        m_app.compose()->setNeed(QCoreApplication::translate("Tour", "Bath and stairs"));
        FS_TRY(grab("refer"));
        m_app.compose()->setConcern(true);
        settle();
        m_app.compose()->setReceiver(0);
        m_app.compose()->setNeed(QCoreApplication::translate("Tour", "A neighbour keeps her bank card"));
        FS_TRY(grab("concern"));
        return ok();
    }

    ShellWindow& m_shell;
    AppModel& m_app;
    BackgroundExecutor& m_executor;
    const TourPlan& m_plan;
    QObject* m_frame;
    const Variant* m_variant = nullptr;
    QString m_person, m_longestName, m_longNamed; // and whose that is
    QStringList m_written;
};

} // namespace

Result<QStringList> tourScreens(ShellWindow& shell, AppModel& app, BackgroundExecutor& executor, const TourPlan& plan) {
    if (shell.window() == nullptr) {
        return {ErrorCode::Internal, "no window"};
    }
    return Tour{shell, app, executor, plan}.run();
}

} // namespace frontsheet
