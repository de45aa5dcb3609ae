#include "app/viewmodels/visit_model.h"

#include "app/viewmodels/door_wording.h"
#include "app/viewmodels/tuning.h"
#include "core/domain/display_name.h"
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/contact_note.h"

namespace frontsheet {

namespace {

using care::VisitStage;

} // namespace

VisitModel::VisitModel(Session& session, QObject* parent) : SavingModel(session, parent) {
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(tuning::kAutosaveLatestMs);
    connect(&m_keeping, &QTimer::timeout, this, &VisitModel::flush);
}

void VisitModel::open(const QString& visitId) {
    if (visitId != m_visitId) {
        clear();
        m_visitId = visitId;
        m_visit = RecordId::fromHex(visitId.toStdString()).value_or(RecordId{});
        run(
            Lane::Read, [id = m_visit](OpenDesk& desk) { return desk.rounds.noReplyLeft(id); },
            [this, id = m_visit](const Result<std::optional<NoReply>>& left) {
                if (id == m_visit && left && *left && m_words.isEmpty()) {
                    m_words = shown((*left)->words);
                    m_told = shown((*left)->told.str());
                    emit wordsChanged();
                }
            });
    }
    dismissError();
    refresh();
}

void VisitModel::refresh() {
    if (m_visit.isNull()) {
        return;
    }
    run(
        Lane::Read, [id = m_visit](OpenDesk& desk) { return desk.rounds.at(id); },
        [this, id = m_visit](const Result<AtTheDoor>& door) {
            if (id != m_visit) {
                return;
            }
            if (!door) {
                fail(door.error());
                return;
            }
            m_stage = door->visit.stage;
            m_page = word(*door);
            setLoaded(true);
            emit changed();
            emit wordsChanged();
        });
}

VisitModel::Page VisitModel::word(const AtTheDoor& at) const {
    const DoorWording words{wording(), at.directory};
    const auto& f = at.visit.visit.fields;
    const auto& door = at.visit.door;
    Page page;
    page.personId = shown(at.visit.visit.person.hex());
    page.called = shown(spokenName({}, at.visit.person.givenName));
    const auto minutes = f.get(appointment::kMinutes);
    page.when = minutes > 0 ? tr("%1, %n minute(s)", "%1 date and time of a visit", static_cast<int>(minutes))
                                  .arg(wording().dateTime(f.get(appointment::kStartsAt)))
                            : wording().dateTime(f.get(appointment::kStartsAt));
    page.why = shown(f.get(appointment::kWhy));
    page.stage = DoorWording::stageName(at.visit.stage);
    page.stageText = DoorWording::stage(at.visit.stage);
    page.stageIcon = DoorWording::stageIcon(at.visit.stage);
    page.address = door.addressHidden ? tr("Kept hidden. For your visit it stands on the front sheet.", "address")
                                      : shown(door.address);
    page.phone = shown(door.phone);
    page.facts = words.facts(door);
    page.mine = f.get(appointment::kWorker) == me().worker && at.visit.visit.home == me().agency;
    page.died = door.hasDied;
    if (!door.living.empty()) {
        page.plain << tr("Lives %1.", "%1 such as alone").arg(shown(door.living));
    }
    if (door.noKnownAllergies) {
        page.plain << tr("No known allergies.", "somebody asked");
    }
    for (const auto& one : at.visit.due) {
        page.due << words.due(one);
    }
    for (const auto& one : door.toRing) {
        page.toRing << DoorWording::toRing(one);
    }
    for (const auto& one : at.mayBeTold) {
        page.mayBeTold << words.mayBeTold(one);
    }
    if (at.visit.stage == VisitStage::NoReply) {
        const auto told = at.directory.worker(f.get(appointment::kTold));
        page.toldName = f.get(appointment::kTold) == me().worker ? tr("You", "who was told") : shown(told.name);
        page.toldPhone = f.get(appointment::kTold) == me().worker ? QString{} : shown(told.phone);
        const QString tried = shown(f.get(appointment::kStateBecause));
        const QString since = tr("Nobody answered %1. %2 was told.", "%1 date and time, %2 worker")
                                  .arg(wording().lately(f.get(appointment::kEndedAt)), shown(told.name));
        page.noReplyText = tried.isEmpty() ? since : tr("%1 Tried: %2", "%1 since when, %2 what").arg(since, tried);
    }
    return page;
}

void VisitModel::bring(VisitStage stage) {
    if (m_visit.isNull()) {
        return;
    }
    save([id = m_visit, stage](OpenDesk& desk) { return desk.rounds.bring(id, stage); });
}

void VisitModel::setOut() { bring(VisitStage::OnTheWay); }
void VisitModel::arrive() { bring(VisitStage::There); }
void VisitModel::finish() { bring(VisitStage::Done); }

void VisitModel::stepBack() {
    if (m_stage == VisitStage::Done) {
        bring(VisitStage::There);
    } else if (m_stage == VisitStage::There) {
        bring(VisitStage::OnTheWay);
    } else if (m_stage != VisitStage::Planned && m_stage != VisitStage::NoReply) {
        bring(VisitStage::Planned);
    }
}

QStringList VisitModel::reasons() const {
    return {tr("In hospital.", "why a visit is not made"), tr("They asked us not to come.", "why a visit is not made"),
            tr("Somebody else goes.", "why a visit is not made"),
            tr("Put off to another day.", "why a visit is not made"), tr("Has died.", "why a visit is not made")};
}

void VisitModel::takeOff(const QString& because) {
    if (m_visit.isNull()) {
        return;
    }
    save([id = m_visit, how = m_page.died ? NoVisit::Stopped : NoVisit::CalledOff,
          words = because.trimmed().toStdString()](OpenDesk& desk) { return desk.rounds.takeOff(id, how, words); });
}

QStringList VisitModel::phrases() const {
    return {tr("Rang the bell and knocked.", "nobody answers the door"),
            tr("Rang their telephone.", "nobody answers the door"),
            tr("Looked through the window.", "nobody answers the door"),
            tr("Asked a neighbour.", "nobody answers the door"),
            tr("Rang who has a key.", "nobody answers the door"),
            tr("Rang 999.", "nobody answers the door")};
}

void VisitModel::addPhrase(int index) {
    const auto all = phrases();
    if (index >= 0 && index < all.size()) {
        setWords(m_words.trimmed().isEmpty() ? all.at(index) : m_words.trimmed() + QLatin1Char(' ') + all.at(index));
    }
}

void VisitModel::setWords(const QString& words) {
    if (words != m_words) {
        m_words = words;
        touched();
    }
}

void VisitModel::tell(const QString& worker) {
    if (worker != m_told) {
        m_told = worker;
        touched();
    }
}

QString VisitModel::toldChosenName() const {
    for (const auto& one : m_page.mayBeTold) {
        const auto map = one.toMap();
        if (!m_told.isEmpty() && map.value(QStringLiteral("worker")).toString() == m_told) {
            return map.value(QStringLiteral("name")).toString();
        }
    }
    return {};
}

QString VisitModel::keptLine() const {
    return m_keptAt.isKnown() && !m_unkept
               ? (session().tablet ? tr("Kept on this tablet at %1, as you type.", "%1 time")
                                   : tr("Kept on this laptop at %1, as you type.", "%1 time"))
                     .arg(wording().time(m_keptAt))
               : QString{};
}

void VisitModel::touched() {
    m_unkept = true;
    if (!m_keeping.isActive()) {
        m_keeping.start();
    }
    emit wordsChanged();
}

NoReply VisitModel::noReply() const {
    return {m_visit, WorkerId{m_told.toStdString()}, m_words.trimmed().toStdString()};
}

void VisitModel::flush() {
    m_keeping.stop();
    if (!m_unkept || m_visit.isNull()) {
        return;
    }
    m_unkept = false;
    run(
        Lane::Save, [what = noReply()](OpenDesk& desk) { return desk.rounds.keepNoReply(what); },
        [this, id = m_visit](const Result<void>& kept) {
            if (id != m_visit) {
                return;
            }
            if (!kept) {
                m_unkept = true;
                fail(kept.error());
                return;
            }
            m_keptAt = session().clock.now();
            emit wordsChanged();
        });
}

void VisitModel::saveNoReply() {
    if (m_visit.isNull() || busy()) {
        return;
    }
    m_keeping.stop();
    m_unkept = false;
    save([what = noReply()](OpenDesk& desk) { return desk.rounds.noReply(what); });
}

void VisitModel::knownSafe(KnownSafe how, const QString& because) {
    if (m_visit.isNull()) {
        return;
    }
    save([id = m_visit, how, words = because.trimmed().toStdString()](OpenDesk& desk) {
        return desk.rounds.knownSafe(id, how, words);
    });
}

void VisitModel::seenSafe(const QString& because) { knownSafe(KnownSafe::Seen, because); }
void VisitModel::heardSafe(const QString& because) { knownSafe(KnownSafe::Heard, because); }

void VisitModel::noteBegins(const QString& visitId) {
    m_noteOf = RecordId::fromHex(visitId.toStdString()).value_or(RecordId{});
}

void VisitModel::noteFinished(const QString& personId, const QString& noteId) {
    const auto visit = m_noteOf;
    m_noteOf = {};
    const auto person = PersonId::fromHex(personId.toStdString());
    const auto note = RecordId::fromHex(noteId.toStdString());
    if (visit.isNull() || !person || !note) {
        return;
    }
    run(
        Lane::Save,
        [visit, person = *person, note = *note](OpenDesk& desk) -> Result<void> {
            FS_ASSIGN(const auto found, desk.care.open(visit));
            FS_ASSIGN(const auto written, desk.care.open(note));
            // One may have gone on to somebody else, or to the telephone, before it was finished.
            const auto kind = written.record.fields.text(contact_note::kKind);
            const bool isOfVisit = found.record.person == person && (kind == "visit" || kind == "no-reply");
            return isOfVisit ? desk.rounds.linkNote(visit, note) : ok();
        },
        [this](const Result<void>& linked) {
            if (!linked) {
                fail(linked.error());
            }
            refresh();
        });
}

void VisitModel::clear() {
    flush();
    m_visitId.clear();
    m_visit = {};
    m_stage = VisitStage::Planned;
    m_page = {};
    m_words.clear();
    m_told.clear();
    m_keptAt = {};
    m_unkept = false;
    setBusy(false);
    setLoaded(false);
    emit changed();
    emit wordsChanged();
}

} // namespace frontsheet
