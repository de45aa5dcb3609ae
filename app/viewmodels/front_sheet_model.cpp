#include "app/viewmodels/front_sheet_model.h"

#include "app/viewmodels/disagreement_wording.h"
#include "app/viewmodels/field_wording.h"
#include "app/viewmodels/locked_wording.h"
#include "app/viewmodels/referral_wording.h"
#include "app/viewmodels/sheet_wording.h"
#include "app/viewmodels/tuning.h"
#include "app/viewmodels/versions_model.h"
#include "app/viewmodels/withheld_wording.h"
#include "core/domain/display_name.h"
#include "core/domain/schema/registration.h"
#include "core/usecases/care_teams.h"
#include "core/usecases/saying_right.h"

#include <algorithm>

namespace frontsheet {

namespace {

constexpr std::chrono::hours kToldAfterEmergency{24 * 7}; // long enough for somebody who works two days a week
constexpr qsizetype kReasonInBanner = 200;
constexpr qsizetype kMostEmergencyBanners = 3;
constexpr int kNewestNotes = 3;       // on the front sheet
constexpr int kLongInTheBanner = 160; // characters of an address, beyond which the banner may end before it does
constexpr std::size_t kNewestReferrals = 3;

// The codes of placements as people say them; one this program does not know is shown as it came.
QString outcomeWord(const std::string& code) {
    static const std::pair<std::string_view, const char*> kWords[] = {
        {"still-there", QT_TRANSLATE_NOOP("frontsheet::FrontSheetModel", "Still there")},
        {"returned-home", QT_TRANSLATE_NOOP("frontsheet::FrontSheetModel", "Home again")},
        {"moved", QT_TRANSLATE_NOOP("frontsheet::FrontSheetModel", "Moved")},
        {"hospital", QT_TRANSLATE_NOOP("frontsheet::FrontSheetModel", "Back in hospital")},
        {"died", QT_TRANSLATE_NOOP("frontsheet::FrontSheetModel", "Died")}};
    for (const auto& [known, words] : kWords) {
        if (code == known) {
            return FrontSheetModel::tr(words);
        }
    }
    return capitalised(shown(code));
}

} // namespace

FrontSheetModel::FrontSheetModel(Session& session, QObject* parent)
    : PageModel(session, parent), m_timeline(session.wording, m_directory) {
    m_turning.setSingleShot(true);
    m_turning.setInterval(tuning::kTurnWithinMs);
    connect(&m_turning, &QTimer::timeout, this, [this] {
        forget();
        emit changed();
        emit turningChanged();
    });
}

void FrontSheetModel::open(const QString& personId) {
    if (personId != m_personId) {
        m_personId = personId;
        turn(true);
        m_page.forgetWho();
        setLoaded(false);
        emit changed();
    }
    dismissError();
    refresh();
}

void FrontSheetModel::Page::forgetWho() {
    for (QString* one : {&name, &called, &born, &gender, &nhs, &died, &allergies}) {
        one->clear();
    }
    facts.clear();
    addressDisputed = false;
    addressHidden = false;
}

void FrontSheetModel::forget() {
    m_page = {};
    m_notes.clear();
    m_referrals.clear();
    m_timeline.clear();
}

void FrontSheetModel::clear() {
    m_personId.clear();
    forget();
    m_directory = {};
    setLoaded(false);
    emit changed();
    turn(false);
}

// What could not be read leaves nothing of the person before; what could not be read again stays.
void FrontSheetModel::forgetUnlessLoaded() {
    if (!loaded()) {
        forget();
        emit changed();
        turn(false);
    }
}

void FrontSheetModel::turn(bool turning) {
    if (turning == m_turning.isActive()) {
        return;
    }
    turning ? m_turning.start() : m_turning.stop();
    emit turningChanged();
}

void FrontSheetModel::refresh() {
    const auto person = PersonId::fromHex(m_personId.toStdString());
    if (!person || m_asked == m_personId) {
        return;
    }
    m_asked = m_personId;
    session().ui.post([self = QPointer<FrontSheetModel>(this)] {
        if (self) {
            self->m_asked.clear();
        }
    });
    struct Found {
        WholeSheet whole;
        Directory directory;
        std::vector<WithheldItem> withheld;
        std::vector<LockedShare> locked;
        std::vector<AgencyEntry> missing;
        std::vector<HiddenLocation> hidden;
    };
    run(
        Lane::Read,
        [id = *person](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.whole, desk.people.wholeSheet(id));
            FS_ASSIGN(found.directory, desk.directory());
            FS_ASSIGN(found.withheld, desk.sharing.withheldAbout(id));
            FS_ASSIGN(found.locked, desk.leases.about(id));
            FS_ASSIGN(found.missing, CareTeams{desk.workplace}.toAsk(id, found.whole.sheet));
            FS_ASSIGN(found.hidden, desk.hiddenLocations.of(id));
            return found;
        },
        [this, asked = m_personId](Result<Found> found) {
            if (asked != m_personId) {
                return;
            }
            if (!found) {
                forgetUnlessLoaded();
                fail(found.error());
                return;
            }
            m_page = word(found->whole, found->directory);
            wordNotHere(found->missing, found->locked);
            m_notes = std::move(found->whole.sheet.notes);
            m_referrals = std::move(found->whole.sheet.referrals);
            m_directory = std::move(found->directory);
            m_timeline.take(m_personId, std::move(found->whole.sheet.timeline));
            m_page.notes = firstNotes(kNewestNotes);
            m_page.referrals = firstReferrals(kNewestReferrals);
            m_page.alerts = visitRows(found->hidden, m_directory) + m_page.alerts;
            for (const auto& item : found->withheld) {
                m_page.withheld << withheldRow(item);
            }
            for (const auto& share : found->locked) {
                m_page.locked << lockedRow(share, wording(), session().tablet);
            }
            m_page.emergencies = emergencyRows(found->whole.sheet.emergencies, m_directory);
            setLoaded(true);
            emit changed();
            turn(false);
        });
}

void FrontSheetModel::openWithReason(const QString& home, const QString& reason) {
    const auto person = PersonId::fromHex(m_personId.toStdString());
    if (!person) {
        return;
    }
    run(
        Lane::Save,
        [id = *person, agency = AgencyId{home.toStdString()}, words = reason.toStdString()](OpenDesk& desk) {
            return desk.leases.open(agency, id, words);
        },
        [this](Result<void> done) {
            m_reasonFault = done ? QString{} : reasonFaultWords(done.error());
            emit reasonFaultChanged();
            if (done) {
                refresh();
                emit opened();
            }
        });
}

QVariantList FrontSheetModel::visitRows(const std::vector<HiddenLocation>& hidden, const Directory& directory) const {
    QVariantList out;
    for (const auto& one : hidden) {
        if (one.where.empty() || !one.knownUntil.isKnown()) {
            continue;
        }
        out << QVariantMap{
            {QStringLiteral("iconName"), QStringLiteral("lock")},
            {QStringLiteral("title"), tr("Where %1 lives, for your visit.", "%1 name").arg(m_page.called)},
            {QStringLiteral("detail"), tr("Here until %1. Nobody else is to learn it.", "%1 date and time")
                                           .arg(wording().dateTime(one.knownUntil))},
            {QStringLiteral("secret"), shown(one.where)},
            {QStringLiteral("record"), shown(one.statement.hex())},
            {QStringLiteral("badge"),
             badge(directory.agency(one.said.askedByAgency), wording().date(one.said.askedAt))}};
    }
    return out;
}

QVariantList FrontSheetModel::emergencyRows(const std::vector<Record>& accesses, const Directory& directory) const {
    QVariantList out;
    for (const auto& record : accesses) {
        const auto access = emergencyRow(record, me(), session().clock.now());
        if (!access.isOpen && access.until + kToldAfterEmergency < session().clock.now()) {
            continue;
        }
        QString reason = shown(access.reason).simplified();
        if (reason.size() > kReasonInBanner) {
            reason = reason.left(kReasonInBanner - 1) + QChar(0x2026);
        }
        const auto worker = directory.worker(access.worker);
        const QString who = shown(worker.name.empty() ? access.worker.str() : worker.name);
        const QString agency = badge(directory.agency(access.agency)).value(QStringLiteral("shortName")).toString();
        const QString until = wording().dateTime(access.until);
        const QString when = access.isOpen
                                 ? tr("Until %1.", "%1: a time").arg(until)
                                 : tr("From %1 to %2.", "two times").arg(wording().dateTime(access.openedAt), until);
        const QString title =
            access.isMine ? (access.isOpen ? tr("You opened these records in an emergency.")
                                           : tr("Your emergency access has ended."))
                          : tr("%1, %2, %3, %4 these records in an emergency.",
                               "%1 worker, %2 role, %3 agency, %4 has opened or opened")
                                .arg(who, shown(access.role), agency, access.isOpen ? tr("has opened") : tr("opened"));
        out << QVariantMap{{QStringLiteral("title"), title},
                           {QStringLiteral("text"), tr("%1 “%2”", "%1 when, %2 the typed reason").arg(when, reason)},
                           {QStringLiteral("open"), access.isOpen},
                           {QStringLiteral("mine"), access.isMine},
                           {QStringLiteral("home"), shown(access.home.str())},
                           {QStringLiteral("record"), shown(access.access.hex())}};
        if (out.size() == kMostEmergencyBanners) {
            break;
        }
    }
    return out;
}

void FrontSheetModel::endEmergency(const QString& home, const QString& recordId) {
    const auto access = RecordId::fromHex(recordId.toStdString());
    if (!access) {
        return;
    }
    run(
        Lane::Ask,
        [at = AgencyId{home.toStdString()}, id = *access](OpenDesk& desk) -> Result<void> {
            auto* line = desk.emergencies();
            if (line == nullptr) {
                return {ErrorCode::Unreachable, "no line"};
            }
            auto ended = line->end(at, id);
            desk.syncSoon();
            return ended;
        },
        [this](const Result<void>& ended) {
            if (!ended && ended.error().code != ErrorCode::WrongState) {
                failAsked(ended.error());
                return;
            }
            refresh();
        });
}

void FrontSheetModel::secretShown(const QString& recordId) {
    const auto id = RecordId::fromHex(recordId.toStdString());
    if (!id) {
        return;
    }
    run(
        Lane::Save, [id = *id](OpenDesk& desk) { return desk.people.revealed(id); },
        [](const Result<void>&) {}); // not noted, it is shown all the same: somebody stands at the door
}

void FrontSheetModel::findRightPerson(const QString& typed) {
    constexpr std::size_t kOffered = 6;
    if (typed.trimmed().size() < 2) {
        m_candidates.clear();
        emit candidatesChanged();
        return;
    }
    run(
        Lane::Read, [words = typed.toStdString()](OpenDesk& desk) { return desk.people.search(words, 2 * kOffered); },
        [this, here = m_personId](const Result<std::vector<PersonRow>>& rows) {
            if (!rows || here != m_personId) {
                return;
            }
            m_candidates.clear();
            for (const auto& row : *rows) {
                if (row.matchedNote.isNull() && shown(row.person.hex()) != m_personId &&
                    m_candidates.size() < static_cast<int>(kOffered)) {
                    m_candidates << QVariantMap{
                        {QStringLiteral("personId"), shown(row.person.hex())},
                        {QStringLiteral("name"), shown(bannerName(row.familyName, row.givenName, row.title))},
                        {QStringLiteral("detail"), tr("%1, %2", "%1 when they were born, %2 town")
                                                       .arg(wording().bornOn(row.born), shown(row.town))}};
                }
            }
            emit candidatesChanged();
        });
}

void FrontSheetModel::enterInError(const QString& noteId, const QString& reason, const QString& rightPersonId) {
    const auto note = RecordId::fromHex(noteId.toStdString());
    if (!note) {
        return;
    }
    run(
        Lane::Save,
        [id = *note, why = reason.trimmed().toStdString(),
         right = PersonId::fromHex(rightPersonId.toStdString()).value_or(PersonId{})](OpenDesk& desk) {
            return desk.notes.enterInError(id, why, right);
        },
        [this](const Result<void>& done) {
            if (!done) {
                fail(done.error());
            }
            refresh();
        });
}

void FrontSheetModel::sayRight(int field, const QString& recordId, const QString& said) {
    const auto person = PersonId::fromHex(m_personId.toStdString());
    const auto registration = RecordId::fromHex(recordId.toStdString());
    if (!person || !registration) {
        return;
    }
    saveStatement([id = *person, record = *registration, tag = FieldTag{static_cast<std::uint16_t>(field)},
                   seen = said.toStdString()](OpenDesk& desk) -> Result<void> {
        auto saved = SayingRight{desk.workplace}.say(id, record, tag, seen);
        return saved ? ok() : Result<void>{std::move(saved).error()};
    });
}

void FrontSheetModel::takeBackRight(const QString& viewId) {
    const auto view = RecordId::fromHex(viewId.toStdString());
    if (!view) {
        return;
    }
    saveStatement([id = *view, because = tr("Taken back by who said it").toStdString()](OpenDesk& desk) {
        return SayingRight{desk.workplace}.takeBack(id, because);
    });
}

void FrontSheetModel::saveStatement(std::function<Result<void>(OpenDesk&)> job) {
    run(
        Lane::Save,
        [job = std::move(job)](OpenDesk& desk) {
            auto saved = job(desk);
            desk.syncSoon();
            return saved;
        },
        [this](const Result<void>& saved) {
            if (saved) {
                dismissError();
            } else {
                fail(saved.error());
            }
            refresh();
        });
}

FrontSheetModel::Page FrontSheetModel::word(const WholeSheet& whole, const Directory& directory) {
    const FrontSheet& sheet = whole.sheet;
    Page page;
    wordBanner(page, whole, directory);
    wordParts(page, sheet, directory);
    wordWork(page, sheet, directory);
    const SheetWording words{wording(), directory};
    page.alerts = words.alerts(sheet, whole.door);
    page.allergies = words.allergies(whole.door);
    page.ownWords = words.ownWords(whole.plan, page.called);
    page.toRing = words.toRing(whole.door, whole.person);
    page.medicines = words.medicines(whole.person);
    page.plan = words.plan(whole.plan);
    return page;
}

void FrontSheetModel::wordBanner(Page& page, const WholeSheet& whole, const Directory& directory) const {
    const FrontSheet& sheet = whole.sheet;
    const QString name = shown(bannerName(sheet.familyName.first(), sheet.givenName.first(), sheet.title.first()));
    page.name = name.isEmpty() ? Wording::notKnown() : name;
    page.called =
        shown(sheet.preferredName.known() ? sheet.preferredName.first() : spokenName({}, sheet.givenName.first()));
    if (page.called.isEmpty()) {
        page.called = shown(sheet.familyName.first());
    }
    // What stands in a registration may be disputed there; a death recorded anywhere else is said by who recorded it.
    const std::string on = sheet.died.known() ? sheet.died.first() : whole.door.diedOn;
    page.born = wording().born(sheet.born.first(), on);
    page.gender = wording().gender(sheet.gender.first());
    page.nhs = wording().nhsNumber(sheet.nhsNumber.first());
    if (whole.door.hasDied) {
        const auto& says = whole.door.facts.front();
        const QString who = shown(directory.agency(says.source.agency).shortName);
        page.died =
            on.empty()
                ? tr("Has died, recorded by %1", "patient banner, %1 agency").arg(who)
                : tr("Died %1, recorded by %2", "patient banner, %1 date, %2 agency").arg(wording().isoDate(on), who);
    }
    page.addressDisputed = sheet.address.disputed();
    const auto fact = [&](const QString& label, const QString& value) {
        if (!value.isEmpty()) {
            page.facts << QVariantMap{{QStringLiteral("label"), label}, {QStringLiteral("value"), value}};
        }
    };
    page.addressHidden = sheet.addressHidden;
    fact(tr("Address", "patient banner"), sheet.addressHidden     ? tr("kept hidden", "patient banner: an address")
                                          : sheet.address.known() ? SheetWording::onOneLine(sheet.address.first())
                                                                  : Wording::notKnown());
    fact(tr("Phone", "patient banner"), shown(sheet.phone.first()));
    fact(tr("Likes to be called", "patient banner"), shown(sheet.preferredName.first()));
    if (const AgencyEntry* practice = directory.practice(sheet.practice.first())) {
        fact(tr("GP practice", "patient banner"), shown(practice->name));
    }
}

void FrontSheetModel::wordParts(Page& page, const FrontSheet& sheet, const Directory& directory) const {
    const auto about = [&](const QString& label, const Stated& stated, const QString& value) {
        if (stated.known() && !stated.disputed()) {
            page.about << QVariantMap{
                {QStringLiteral("label"), label},
                {QStringLiteral("value"), value},
                {QStringLiteral("badge"), sourceBadge(stated.versions.front().sources, directory, wording())}};
        }
    };
    const auto plain = [&](const QString& label, const Stated& stated) {
        about(label, stated, capitalised(shown(stated.first())));
    };
    if (const QString address = SheetWording::onOneLine(sheet.address.first()); address.size() > kLongInTheBanner) {
        about(tr("Address", "front sheet: where the banner has no room for all of it"), sheet.address, address);
    }
    plain(tr("Lives", "front sheet: with whom or in what kind of home"), sheet.living);
    plain(tr("Language", "front sheet"), sheet.language);
    const AgencyEntry* practice = directory.practice(sheet.practice.first());
    about(tr("GP practice", "front sheet"), sheet.practice,
          practice != nullptr ? shown(practice->name) : shown(sheet.practice.first()));
    plain(tr("Frailty", "front sheet"), sheet.frailty);
    // Each agency has its own: that they differ is no disagreement.
    const auto everyones = [&](const QString& label, const Stated& stated) {
        for (const auto& version : stated.versions) {
            plain(label, Stated{{version}, {}});
        }
    };
    everyones(tr("Key worker", "front sheet"), sheet.keyWorkerName);
    everyones(tr("Team", "front sheet"), sheet.team);
    everyones(tr("Tenancy", "front sheet"), sheet.tenancyType);

    page.disagreements = DisagreementWording{wording(), directory, me()}.rows(sheet);

    for (const auto& version : sheet.versions) {
        const QString who =
            tr("%1, %2, wrote %3", "%1 worker, %2 agency, %3 date and time")
                .arg(shown(version.author.name), shown(version.agency.shortName), wording().onDateTime(version.at));
        // How to get in is covered until asked for.
        const bool covered = version.type == RecordType::Registration && version.field == registration::kAccessNote.tag;
        page.versions << QVariantMap{
            {QStringLiteral("record"), shown(version.record.hex())},
            {QStringLiteral("op"), shown(version.op.hex())},
            {QStringLiteral("title"),
             tr("Two versions of “%1”", "%1 name of a field").arg(fieldWords(version.type, version.field))},
            {QStringLiteral("text"),
             covered                ? tr("%1.", "%1 who and when: what they wrote is covered").arg(who)
             : version.text.empty() ? tr("%1 that nothing should stand here.", "%1 who and when").arg(who)
                                    : tr("%1: “%2”", "%1 who and when, %2 their words").arg(who, shown(version.text))}};
    }
    for (const auto& involved : sheet.careTeam) {
        page.team << QVariantMap{
            {QStringLiteral("name"), shown(involved.worker.name)},
            {QStringLiteral("role"), capitalised(shown(involved.role))},
            {QStringLiteral("phone"), shown(involved.worker.phone)},
            {QStringLiteral("me"), involved.worker.code == session().desk->workplace.me.worker},
            {QStringLiteral("since"),
             involved.since.isKnown() ? tr("since %1", "%1 date").arg(wording().date(involved.since)) : QString{}},
            {QStringLiteral("badge"), badge(involved.agency)}};
    }
    std::vector<AgencyId> seen;
    for (const auto& source : sheet.registrations) {
        if (std::find(seen.begin(), seen.end(), source.agency) == seen.end()) {
            seen.push_back(source.agency);
            auto holder = badge(directory.agency(source.agency), wording().date(source.asOf));
            holder[QStringLiteral("record")] = shown(source.record.hex());
            page.holders << holder;
        }
    }
}

QVariantMap FrontSheetModel::noteRow(const NoteSummary& note) const {
    const bool draft = note.state == "draft";
    const QString author = shown(m_directory.worker(note.author).name);
    const QString recorded =
        note.recordedAt.isKnown() && wording().local(note.recordedAt).date() != wording().local(note.occurredAt).date()
            ? tr("reached the record %1", "note: written offline, arrived later; %1 date")
                  .arg(wording().dateTime(note.recordedAt))
            : QString{};
    return {{QStringLiteral("id"), shown(note.id.hex())},
            {QStringLiteral("badge"), badge(m_directory.agency(note.agency))},
            {QStringLiteral("author"), note.author == me().worker ? tr("You", "author of a note") : author},
            {QStringLiteral("kind"), note.kind == "phone-call" ? tr("Telephone call", "kind of note")
                                     : note.kind == "meeting"  ? tr("Meeting", "kind of note")
                                     : note.kind == "no-reply" ? tr("Visit, no reply", "kind of note")
                                                               : tr("Visit", "kind of note")},
            {QStringLiteral("text"), shown(note.text)},
            {QStringLiteral("when"), wording().dateTime(note.occurredAt)},
            {QStringLiteral("recorded"), recorded},
            {QStringLiteral("draft"), draft},
            {QStringLiteral("inError"), note.state == "entered-in-error"},
            {QStringLiteral("addendum"), !note.addendumTo.isNull()},
            {QStringLiteral("mine"), note.author == me().worker},
            {QStringLiteral("waiting"), note.waiting},
            {QStringLiteral("restricted"), note.restricted},
            {QStringLiteral("files"), static_cast<int>(note.files)},
            {QStringLiteral("reason"), shown(note.errorReason)}};
}

QVariantList FrontSheetModel::firstNotes(int most) const {
    QVariantList rows;
    const auto end = std::min(m_notes.size(), static_cast<std::size_t>(std::max(most, 0)));
    for (std::size_t at = 0; at < end; ++at) {
        rows << noteRow(m_notes[at]);
    }
    return rows;
}

QVariantList FrontSheetModel::firstReferrals(std::size_t most) const {
    const ReferralReader reader{wording(), m_directory, me(), session().tablet};
    const WallTime now{wording().now().toMSecsSinceEpoch()};
    QVariantList rows;
    for (std::size_t at = 0; at < std::min(most, m_referrals.size()); ++at) {
        ReferralTrack track;
        track.referral = m_referrals[at];
        track.waitsFor = waitsFor(track.referral.state);
        track.overdue = isOverdue(track.referral, now);
        rows << reader.row(track);
    }
    return rows;
}

void FrontSheetModel::wordWork(Page& page, const FrontSheet& sheet, const Directory& directory) {
    page.openReferrals = static_cast<int>(std::count_if(sheet.referrals.begin(), sheet.referrals.end(),
                                                        [](const auto& one) { return isOpen(one.state); }));
    for (const auto& placement : sheet.placements) {
        const QString officer =
            placement.reviewingOfficer.empty() ? QString{} : shown(directory.worker(placement.reviewingOfficer).name);
        QVariantMap map{
            {QStringLiteral("title"), shown(placement.placedAt)},
            {QStringLiteral("detail"), tr("Discharged %1 from %2", "placement, %1 date, %2 hospital")
                                           .arg(wording().isoDate(placement.dischargedOn), shown(placement.from))},
            {QStringLiteral("outcome"), outcomeWord(placement.outcome)},
            {QStringLiteral("outcomeOn"), wording().isoDate(placement.outcomeOn)},
            {QStringLiteral("review"),
             !placement.reviewDue.empty()
                 ? tr("Review due %1", "placement, %1 date").arg(wording().isoDate(placement.reviewDue))
                 : QString{}},
            {QStringLiteral("officer"), officer},
            {QStringLiteral("kind"), capitalised(shown(placement.kind))},
            {QStringLiteral("id"), shown(placement.id.hex())},
            {QStringLiteral("mine"), placement.agency == me().agency},
            {QStringLiteral("restricted"), placement.restricted},
            {QStringLiteral("badge"), badge(directory.agency(placement.agency))}};
        page.placements << map;
    }
}

} // namespace frontsheet
