// Calling a conference: what is typed, who is asked, and keeping it until it is called or given up.
#include "app/viewmodels/conference_model.h"
#include "app/viewmodels/conference_wording.h"
#include "app/viewmodels/tuning.h"
#include "app/viewmodels/worker_rows.h"

#include <algorithm>

namespace frontsheet {

namespace {

constexpr qsizetype kMostWorkersShown = 6;

} // namespace

void ConferenceModel::begin(const QString& personId, const QString& placementId) {
    clear();
    const auto person = PersonId::fromHex(personId.toStdString());
    if (!person) {
        fail({ErrorCode::NotFound, "person"});
        return;
    }
    m_personId = personId;
    m_placement = RecordId::fromHex(placementId.toStdString()).value_or(RecordId{});
    m_calling = true;
    emit changed();
    run(
        Lane::Read, [id = *person](OpenDesk& desk) { return desk.conferences.calling(id); },
        [this, visit = m_visit](Result<ConferenceCalling> found) {
            if (visit != m_visit) {
                return;
            }
            if (!found) {
                fail(found.error());
                return;
            }
            m_called = shown(found->called);
            m_died = found->died;
            m_draft = found->record;
            m_directory = std::move(found->directory);
            m_today = wording().today();
            m_asked.clear();
            for (auto& who : found->mayBeInvited) {
                m_asked.push_back({std::move(who), true});
            }
            if (const auto& left = found->left) {
                m_placement = m_placement.isNull() ? left->placement : m_placement;
                const auto at = left->startsAt;
                m_typed = {{QStringLiteral("about"), shown(left->about)},
                           {QStringLiteral("why"), shown(left->why)},
                           {QStringLiteral("place"), shown(left->place)},
                           {QStringLiteral("when"),
                            at.isKnown() ? wording().local(at).toString(QStringLiteral("d/M/yyyy HH:mm")) : QString{}},
                           {QStringLiteral("notInvited"), shown(left->notInvitedBecause)}};
            }
            setLoaded(true);
            emit changed();
            emit typedChanged();
            emit inviteesChanged();
            lookWhoSees();
        });
}

QString ConferenceModel::whenUnderstood() const { return hourUnderstood(text("when")); }

QVariantList ConferenceModel::invitees() const {
    QVariantList out;
    for (const auto& one : m_asked) {
        const auto& who = one.who;
        const QString as = ConferenceReader::comesAs(who.comesAs);
        const QString relation = shown(who.relation);
        out << QVariantMap{
            {QStringLiteral("name"), shown(who.name)},
            {QStringLiteral("detail"), capitalised(relation.isEmpty() ? as : relation)},
            {QStringLiteral("worker"), !who.worker.empty()},
            {QStringLiteral("person"), who.comesAs == "person"},
            {QStringLiteral("badge"), who.worker.empty() ? QVariantMap{} : badge(m_directory.agency(who.agency))},
            {QStringLiteral("chosen"), one.chosen}};
    }
    return out;
}

bool ConferenceModel::personInvited() const {
    return std::any_of(m_asked.begin(), m_asked.end(),
                       [](const Asked& one) { return one.chosen && one.who.comesAs == "person"; });
}

int ConferenceModel::invitedCount() const {
    return static_cast<int>(std::count_if(m_asked.begin(), m_asked.end(), [](const Asked& one) { return one.chosen; }));
}

ConferenceCall ConferenceModel::call() const {
    ConferenceCall out;
    out.record = m_draft;
    out.person = PersonId::fromHex(m_personId.toStdString()).value_or(PersonId{});
    out.placement = m_placement;
    out.about = text("about").toStdString();
    out.why = text("why").toStdString();
    out.place = text("place").toStdString();
    out.startsAt = hour(text("when")).value_or(WallTime{});
    out.notInvitedBecause = personInvited() ? std::string{} : text("notInvited").toStdString();
    for (const auto& one : m_asked) {
        if (one.chosen) {
            out.invited.push_back(one.who);
        }
    }
    return out;
}

void ConferenceModel::type(const QString& field, const QString& text) {
    if (m_typed.value(field).toString() == text) {
        return;
    }
    m_typed[field] = text;
    m_faults.remove(field);
    emit typedChanged();
    emit faultsChanged();
    touched();
}

void ConferenceModel::choose(int invitee, bool chosen) {
    if (invitee >= 0 && invitee < static_cast<int>(m_asked.size())) {
        m_asked[static_cast<std::size_t>(invitee)].chosen = chosen;
        m_faults.remove(QStringLiteral("invited"));
        emit inviteesChanged();
        emit faultsChanged();
    }
}

void ConferenceModel::ask(const care::Invitee& who) {
    if (!m_calling) {
        act([who](OpenDesk& desk, const RecordId& id) { return desk.conferences.invite(id, who); });
        return;
    }
    const auto same = std::find_if(m_asked.begin(), m_asked.end(), [&](const Asked& one) {
        return one.who.worker == who.worker && one.who.agency == who.agency &&
               (!who.worker.empty() || one.who.name == who.name);
    });
    if (same == m_asked.end()) {
        m_asked.push_back({who, true});
    } else {
        same->chosen = true;
    }
    m_faults.remove(QStringLiteral("invited"));
    findWorkers({});
    emit inviteesChanged();
    emit faultsChanged();
}

void ConferenceModel::addWorker(const QString& agency, const QString& worker) {
    m_faults.clear();
    auto entry = m_directory.worker(WorkerId{worker.toStdString()});
    entry.agency = AgencyId{agency.toStdString()};
    if (entry.code == me().worker) {
        return; // whoever calls it is there
    }
    ask(care::asInvitee(entry, m_directory));
}

void ConferenceModel::addNamed(const QString& name, const QString& relation) {
    m_faults.clear();
    const QString called = name.trimmed();
    if (called.isEmpty()) {
        fault("name", tr("Say who."));
        (void)sound();
        return;
    }
    ask({{}, {}, called.toStdString(), relation.trimmed().toStdString(), "other"});
}

void ConferenceModel::findWorkers(const QString& typed) {
    const auto all = workersFound(m_directory, typed);
    m_foundText =
        typed.trimmed().isEmpty() ? QString{}
        : all.isEmpty() ? tr("Nobody of that name is in the directory of this device.", "looking for a worker")
        : all.size() > kMostWorkersShown ? tr("There are more. Type more of the name.", "looking for a worker")
                                         : QString{};
    m_found = all.mid(0, kMostWorkersShown);
    emit foundChanged();
}

void ConferenceModel::callIt() {
    if (!m_calling || busy()) {
        return;
    }
    m_faults.clear();
    const auto wanted = call();
    if (wanted.about.empty()) {
        fault("about", tr("Say what it is about."));
    }
    if (text("when").isEmpty()) {
        fault("when", tr("Say which day, and at what time."));
    } else if (!wanted.startsAt.isKnown()) {
        fault("when", tr("Not a day and a time that there are. Such as tomorrow 10:30, or 24/11/2026 14:00."));
    } else if (!care::isHourForOne(wanted.startsAt, session().clock.now())) {
        fault("when", wanted.startsAt < session().clock.now()
                          ? tr("That is past already.")
                          : tr("That is more than a year away. Is the year right?"));
    }
    if (wanted.invited.empty()) {
        fault("invited", tr("Ask somebody to come. %1 first.", "%1 the person").arg(m_called));
    }
    if (!personInvited() && wanted.notInvitedBecause.empty()) {
        fault("notInvited", tr("Ask %1, or say why they are not asked.", "%1 the person").arg(m_called));
    }
    if (m_died) {
        fault("about", tr("%1 has died. No conference is called.", "%1 the person").arg(m_called));
    }
    if (!sound()) {
        return;
    }
    m_keeping.stop();
    m_unkept = false;
    setBusy(true);
    run(
        Lane::Save,
        [wanted](OpenDesk& desk) -> Result<RecordId> {
            auto called = desk.conferences.call(wanted);
            desk.syncSoon();
            return called;
        },
        [this, visit = m_visit](const Result<RecordId>& made) {
            if (visit != m_visit) {
                return;
            }
            setBusy(false);
            if (!made) {
                touched();
                fail(made.error());
                return;
            }
            dismissError();
            m_calling = false;
            m_id = *made;
            m_draft = {};
            m_typed.clear();
            setLoaded(false);
            emit done();
            refresh();
            lookWhoSees();
        });
}

void ConferenceModel::giveUpCall() {
    m_keeping.stop();
    m_unkept = false;
    if (m_calling) {
        run(
            Lane::Save, [draft = m_draft](OpenDesk& desk) { return desk.conferences.giveUpCall(draft); },
            [this](const Result<void>& gone) {
                if (!gone) {
                    fail(gone.error());
                }
            });
    }
    clear();
}

void ConferenceModel::touched() {
    m_unkept = true;
    if (!m_keeping.isActive()) {
        m_keeping.start();
    }
    emit keptChanged();
}

void ConferenceModel::flush() {
    m_keeping.stop();
    if (!m_unkept || !session().desk) {
        return;
    }
    m_unkept = false;
    const auto kept = [this, visit = m_visit](const Error* error) {
        if (visit != m_visit) {
            return;
        }
        if (error != nullptr) {
            m_unkept = true;
            fail(*error);
            return;
        }
        m_keptAt = session().clock.now();
        emit keptChanged();
    };
    if (m_calling) {
        run(
            Lane::Save, [wanted = call()](OpenDesk& desk) { return desk.conferences.keepCall(wanted); },
            [kept](const Result<RecordId>& id) { kept(id ? nullptr : &id.error()); });
    } else if (!m_id.isNull()) {
        run(
            Lane::Save,
            [id = m_id, words = m_summary.trimmed().toStdString()](OpenDesk& desk) {
                return desk.conferences.keepMinutes(id, words);
            },
            [kept](const Result<void>& done) { kept(done ? nullptr : &done.error()); });
    }
}

QString ConferenceModel::keptLine() const {
    return m_keptAt.isKnown() && !m_unkept
               ? (session().tablet ? tr("Kept on this tablet at %1, as you type.", "%1 time")
                                   : tr("Kept on this laptop at %1, as you type.", "%1 time"))
                     .arg(wording().time(m_keptAt))
               : QString{};
}

} // namespace frontsheet
