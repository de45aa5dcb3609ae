#include "app/viewmodels/round_model.h"

#include "app/viewmodels/door_wording.h"
#include "core/domain/display_name.h"
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/measure.h"
#include "core/domain/schema/registration.h"

#include <QStringList>

namespace frontsheet {

namespace {

using care::VisitStage;

constexpr int kGlances = 2;
constexpr int kFactsOfNext = 6;

QString bannerOf(const PersonRow& row) { return shown(bannerName(row.familyName, row.givenName, row.title)); }

} // namespace

struct RoundModel::Found {
    DaysRound round;
    std::vector<UnsafeAnswer> unsafe;
    Directory directory;
};

Result<RoundModel::Found> RoundModel::find(OpenDesk& desk) {
    Found found;
    FS_ASSIGN(found.round, desk.rounds.today());
    FS_ASSIGN(found.unsafe, desk.measures.unsafe());
    FS_ASSIGN(found.directory, desk.directory());
    return found;
}

void RoundModel::refresh() {
    run(Lane::Read, find, [this](Result<Found> found) {
        if (!found) {
            fail(found.error());
            return;
        }
        show(std::move(*found));
    });
}

QVariantMap RoundModel::row(const RoundVisit& visit, const Directory& directory) const {
    const DoorWording words{wording(), directory};
    const auto& f = visit.visit.fields;
    const WallTime at = f.get(appointment::kStartsAt);
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(at - session().clock.now()).count();
    const bool over = visit.stage > VisitStage::There;
    QVariantList due;
    for (const auto& one : visit.due) {
        due << words.due(one);
    }
    const QString called = shown(spokenName({}, visit.person.givenName));
    return {{QStringLiteral("id"), shown(visit.visit.id.hex())},
            {QStringLiteral("personId"), shown(visit.visit.person.hex())},
            {QStringLiteral("name"), bannerOf(visit.person)},
            {QStringLiteral("called"), called.isEmpty() ? bannerOf(visit.person) : called},
            {QStringLiteral("born"), wording().born(visit.person.born, visit.door.diedOn)},
            {QStringLiteral("age"), wording().age(visit.person.born)},
            {QStringLiteral("time"), wording().time(at)},
            {QStringLiteral("address"), visit.door.addressHidden
                                            ? tr("Address kept hidden: on the front sheet, for your visit", "round")
                                        : visit.door.address.empty() ? tr("Address not known", "round")
                                                                     : shown(visit.door.address)},
            {QStringLiteral("why"), shown(f.get(appointment::kWhy))},
            {QStringLiteral("phone"), shown(visit.door.phone)},
            {QStringLiteral("stage"), DoorWording::stageName(visit.stage)},
            {QStringLiteral("stageIcon"), DoorWording::stageIcon(visit.stage)},
            {QStringLiteral("stageText"), visit.stage != VisitStage::Done ? DoorWording::stage(visit.stage)
                                          : visit.waiting ? tr("Done, waiting to send", "stage of a visit")
                                          : !f.get(appointment::kNote).isNull()
                                              ? tr("Done, note written", "stage of a visit")
                                              : DoorWording::stage(visit.stage)},
            {QStringLiteral("nextText"),
             visit.stage != VisitStage::Planned ? DoorWording::stage(visit.stage)
             : minutes > 60 || minutes < -60    ? tr("Next, at %1", "%1 time").arg(wording().time(at))
             : minutes > 0                      ? tr("Next, in %n minute(s)", "visit", static_cast<int>(minutes))
             : minutes == 0                     ? tr("Next, now", "visit")
                                                : tr("Next, %n minute(s) late", "visit", static_cast<int>(-minutes))},
            {QStringLiteral("over"), over},
            {QStringLiteral("died"), visit.door.hasDied},
            {QStringLiteral("note"), shown(f.get(appointment::kNote).hex())},
            {QStringLiteral("glance"), words.glance(visit.door, kGlances)},
            {QStringLiteral("facts"), words.facts(visit.door).mid(0, kFactsOfNext)},
            {QStringLiteral("moreFacts"), std::max(0, static_cast<int>(visit.door.facts.size()) - kFactsOfNext)},
            {QStringLiteral("due"), due}};
}

void RoundModel::show(Found found) {
    m_visits.clear();
    m_unanswered.clear();
    m_unsafe.clear();
    m_next = found.round.next ? static_cast<int>(*found.round.next) : -1;
    int done = 0;
    for (const auto& visit : found.round.visits) {
        m_visits << row(visit, found.directory);
        done += visit.stage == VisitStage::Done ? 1 : 0;
    }
    m_aside = m_visits.isEmpty() ? QString{}
                                 : tr("%1, %2", "%1 such as 7 visits, %2 such as 2 done")
                                       .arg(tr("%n visit(s)", "round", static_cast<int>(m_visits.size())),
                                            tr("%n done", "round", done));
    for (const auto& visit : found.round.unanswered) {
        const auto& f = visit.visit.fields;
        const auto told = found.directory.worker(f.get(appointment::kTold));
        const bool mine = f.get(appointment::kTold) == me().worker;
        m_unanswered << QVariantMap{
            {QStringLiteral("id"), shown(visit.visit.id.hex())},
            {QStringLiteral("personId"), shown(visit.visit.person.hex())},
            {QStringLiteral("name"), bannerOf(visit.person)},
            {QStringLiteral("text"),
             tr("Nobody answered %1. Nobody has said yet that they are safe.", "%1 date and time")
                 .arg(wording().lately(f.get(appointment::kEndedAt)))},
            {QStringLiteral("told"), mine ? tr("It was passed on to you.", "no reply")
                                          : tr("%1 was told %2.", "%1 worker, %2 date and time")
                                                .arg(shown(told.name), wording().lately(f.get(appointment::kToldAt)))},
            {QStringLiteral("mine"), mine}};
    }
    for (const auto& one : found.unsafe) {
        const auto* instrument = care::instrumentOf(one.measure.fields.text(measure::kInstrument));
        const QString name = instrument != nullptr ? shown(std::string{instrument->name})
                                                   : shown(one.measure.fields.get(measure::kInstrument));
        m_unsafe << QVariantMap{{QStringLiteral("measure"), shown(one.measure.id.hex())},
                                {QStringLiteral("instrument"), shown(one.measure.fields.get(measure::kInstrument))},
                                {QStringLiteral("personId"), shown(one.measure.person.hex())},
                                {QStringLiteral("name"), bannerOf(one.person)},
                                {QStringLiteral("text"),
                                 tr("%1, %2: thoughts of death or self-harm. Say what was done.", "%1 measure, %2 date")
                                     .arg(name, wording().isoDate(one.measure.fields.get(measure::kTakenOn)))}};
    }
    setLoaded(true);
    emit changed();
}

void RoundModel::bring(const QString& visitId, VisitStage stage) {
    const auto id = RecordId::fromHex(visitId.toStdString());
    if (!id || busy()) {
        return;
    }
    forgetUndo();
    for (const auto& one : std::as_const(m_visits)) {
        const auto map = one.toMap();
        if (map.value(QStringLiteral("id")).toString() != visitId) {
            continue;
        }
        const QString was = map.value(QStringLiteral("stage")).toString();
        const QString who = map.value(QStringLiteral("called")).toString();
        for (const auto before : {VisitStage::Planned, VisitStage::OnTheWay, VisitStage::There}) {
            if (was == DoorWording::stageName(before)) {
                m_before = {*id, before};
                m_undoText = stage == VisitStage::Done       ? tr("The visit to %1 is done.", "%1 name").arg(who)
                             : stage == VisitStage::OnTheWay ? tr("You are on the way to %1.", "%1 name").arg(who)
                                                             : tr("You are with %1.", "%1 name").arg(who);
            }
        }
    }
    save([id = *id, stage](OpenDesk& desk) { return desk.rounds.bring(id, stage); });
    emit undoChanged();
}

void RoundModel::setOut(const QString& visitId) { bring(visitId, VisitStage::OnTheWay); }
void RoundModel::arrive(const QString& visitId) { bring(visitId, VisitStage::There); }
void RoundModel::finish(const QString& visitId) { bring(visitId, VisitStage::Done); }

void RoundModel::undo() {
    if (m_undoText.isEmpty() || busy()) {
        return;
    }
    const auto [id, stage] = m_before;
    forgetUndo();
    save([id = id, stage = stage](OpenDesk& desk) { return desk.rounds.bring(id, stage); });
}

void RoundModel::move(const QString& visitId, int to) {
    const auto id = RecordId::fromHex(visitId.toStdString());
    if (!id || to < 0 || to >= m_visits.size()) {
        return;
    }
    // Shown at once: somebody may move a visit by three in three key presses.
    for (int from = 0; from < m_visits.size(); ++from) {
        if (m_visits.at(from).toMap().value(QStringLiteral("id")).toString() == visitId && from != to) {
            m_visits.move(from, to);
            m_next = m_next == from                  ? to
                     : from < m_next && to >= m_next ? m_next - 1
                     : from > m_next && to <= m_next ? m_next + 1
                                                     : m_next;
            emit changed();
            break;
        }
    }
    run(
        Lane::Save,
        [id = *id, to](OpenDesk& desk) -> Result<void> {
            auto moved = desk.rounds.move(id, static_cast<std::size_t>(to));
            desk.syncSoon();
            return moved;
        },
        [this](const Result<void>& moved) {
            if (!moved) {
                fail(moved.error());
            }
            refresh();
        });
}

void RoundModel::forgetUndo() {
    if (!m_undoText.isEmpty()) {
        m_undoText.clear();
        m_before = {};
        emit undoChanged();
    }
}

void RoundModel::clear() {
    m_visits.clear();
    m_unanswered.clear();
    m_unsafe.clear();
    m_aside.clear();
    m_next = -1;
    forgetUndo();
    setBusy(false);
    setLoaded(false);
    emit changed();
}

} // namespace frontsheet
