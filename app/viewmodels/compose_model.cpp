#include "app/viewmodels/compose_model.h"

#include "app/viewmodels/audience_wording.h"
#include "core/domain/concern.h"

#include <array>

namespace frontsheet {

namespace {

constexpr std::array kUrgencies{"routine", "soon", "today"};

} // namespace

QStringList ComposeModel::urgencies() const {
    return {tr("Routine", "how soon a referral is needed"), tr("Soon", "how soon a referral is needed"),
            tr("Today", "how soon a referral is needed")};
}

QString ComposeModel::promise() const {
    if (chosen() == nullptr) {
        return {};
    }
    const Receiver& to = *chosen();
    if (m_urgency == 2) {
        return tr("%1 answers the same day. If not, the duty officer is told.", "%1 worker or service").arg(to.who);
    }
    return to.within.isEmpty() ? QString{}
                               : tr("%1 answers within %2. If not, the duty officer is told.",
                                    "%1 worker or service, %2 such as 2 working days")
                                     .arg(to.who, to.within);
}

void ComposeModel::open(const QString& personId, const QString& serviceId, const QString& need) {
    m_personId = personId;
    m_person = PersonId::fromHex(personId.toStdString()).value_or(PersonId{});
    m_wanted = ServiceId{serviceId.toStdString()};
    m_concern = false;
    m_need = need;
    m_reason.clear();
    m_urgency = 0;
    m_search.clear();
    m_receivers.clear();
    m_rows.clear();
    m_receiver = -1;
    m_needFault.clear();
    m_receiverFault.clear();
    m_objection.clear();
    m_despite.clear();
    m_sending = false;
    dismissError();
    setLoaded(false);
    emit opened();
    emit concernChanged();
    emit textChanged();
    emit searchChanged();
    emit receiversChanged();
    emit faultsChanged();
    emit objectionChanged();
    loadReceivers();
}

void ComposeModel::setDespite(const QString& why) {
    if (why != m_despite) {
        m_despite = why;
        emit objectionChanged();
    }
}

// Whether the person has said no to the agency that is chosen.
void ComposeModel::askObjection() {
    m_objection.clear();
    emit objectionChanged();
    if (chosen() == nullptr) {
        return;
    }
    struct Found {
        bool objects = false;
        AgencyEntry agency;
    };
    const AgencyId to = chosen()->agency;
    const auto category = m_concern ? Category::Safeguarding : Category::Referral;
    run(
        Lane::Read,
        [person = m_person, to, category](OpenDesk& desk) -> Result<Found> {
            FS_ASSIGN(const bool objects, desk.permissions.objects(person, to, category));
            FS_ASSIGN(const auto directory, desk.directory());
            return Found{objects, directory.agency(to)};
        },
        [this, receiver = m_receiver, person = m_person, concern = m_concern](const Result<Found>& found) {
            const bool same = receiver == m_receiver && person == m_person && concern == m_concern;
            if (!found || !same || !found->objects) {
                return;
            }
            m_objection = tr("They said no to %1 being told.", "%1 agency").arg(shown(found->agency.name));
            emit objectionChanged();
            loadAudience(); // a concern has other readers
        });
}

void ComposeModel::clear() {
    ++m_question;
    m_personId.clear();
    m_person = {};
    m_concern = false;
    m_need.clear();
    m_reason.clear();
    m_receivers.clear();
    m_rows.clear();
    m_receiver = -1;
    loadAudience();
    m_objection.clear();
    m_despite.clear();
    emit objectionChanged();
    emit opened();
    emit concernChanged();
    emit textChanged();
    emit receiversChanged();
}

void ComposeModel::setConcern(bool concern) {
    if (concern == m_concern) {
        return;
    }
    m_concern = concern;
    m_search.clear();
    m_needFault.clear();
    m_receiverFault.clear();
    emit concernChanged();
    emit searchChanged();
    emit faultsChanged();
    loadReceivers();
}

const ComposeModel::Receiver* ComposeModel::chosen() const {
    return m_receiver < 0 || m_receiver >= static_cast<int>(m_receivers.size())
               ? nullptr
               : &m_receivers[static_cast<std::size_t>(m_receiver)];
}

void ComposeModel::setNeed(const QString& need) {
    if (need != m_need) {
        m_need = need;
        m_needFault.clear();
        emit textChanged();
        emit faultsChanged();
    }
}

void ComposeModel::setReason(const QString& reason) {
    if (reason != m_reason) {
        m_reason = reason;
        emit textChanged();
    }
}

void ComposeModel::setUrgency(int urgency) {
    if (urgency != m_urgency && urgency >= 0 && urgency < static_cast<int>(kUrgencies.size())) {
        m_urgency = urgency;
        emit textChanged();
        emit receiversChanged();
    }
}

void ComposeModel::setReceiver(int index) {
    if (index != m_receiver && index < static_cast<int>(m_receivers.size())) {
        m_receiver = index;
        m_receiverFault.clear();
        emit receiversChanged();
        emit faultsChanged();
        loadAudience();
        askObjection();
    }
}

void ComposeModel::loadAudience() {
    const auto asked = ++m_audienceAsked;
    if (m_person.isNull() || chosen() == nullptr) {
        m_audience.clear();
        m_audienceSource.clear();
        emit audienceChanged();
        return;
    }
    NewReferral draft = drafted(*chosen());
    draft.need = "-"; // what is needed decides nothing
    run(
        Lane::Read,
        [draft](OpenDesk& desk) -> Result<WhoSees> {
            FS_ASSIGN(const auto record, desk.referrals.draftOf(draft));
            return desk.sharing.whoWillSee(record);
        },
        [this, asked](const Result<WhoSees>& seen) {
            if (asked != m_audienceAsked || !seen) {
                return;
            }
            auto words = audienceWords(*seen, me(), wording());
            m_audience = std::move(words.parts);
            m_audienceSource = std::move(words.source);
            emit audienceChanged();
        });
}

NewReferral ComposeModel::drafted(const Receiver& to) const {
    NewReferral referral;
    referral.person = m_person;
    referral.toAgency = to.agency;
    referral.toService = to.service;
    referral.toWorker = to.worker;
    referral.kind = m_concern || !m_objection.isEmpty() ? NewReferral::Kind::Concern : NewReferral::Kind::Referral;
    return referral;
}

void ComposeModel::setSearch(const QString& typed) {
    if (typed != m_search) {
        m_search = typed;
        emit searchChanged();
        loadReceivers();
    }
}

void ComposeModel::add(const Receiver& to, const QString& title, const QString& detail, const AgencyEntry& agency) {
    m_receivers.push_back(to);
    m_rows << QVariantMap{
        {QStringLiteral("title"), title},
        {QStringLiteral("detail"), detail},
        {QStringLiteral("badge"), badge(agency)},
        {QStringLiteral("aside"),
         to.within.isEmpty() ? QString{} : tr("answers within %1", "%1 such as 2 working days").arg(to.within)}};
}

// Where concerns are taken: few, and no search among them.
void ComposeModel::loadPoints() {
    const std::uint64_t question = ++m_question;
    run(
        Lane::Read, [](OpenDesk& desk) { return desk.directory(); },
        [this, question](const Result<Directory>& directory) {
            if (question != m_question) {
                return;
            }
            if (!directory) {
                fail(directory.error());
                return;
            }
            m_receivers.clear();
            m_rows.clear();
            for (const auto& point : concernPoints(*directory)) {
                const ServiceEntry* service = directory->service(point.service);
                const QString within = service == nullptr ? QString{} : shown(service->respondsWithin);
                const AgencyEntry agency = directory->agency(point.agency);
                add({point.agency, point.service, point.worker, within, shown(agency.name)}, shown(point.name),
                    shown(point.hours), agency);
            }
            m_receiver = m_receivers.size() == 1 ? 0 : -1;
            setLoaded(true);
            emit receiversChanged();
            loadAudience();
            askObjection();
        });
}

void ComposeModel::loadReceivers() {
    if (m_concern) {
        loadPoints();
        return;
    }
    struct Found {
        std::optional<WorkerEntry> assessor;
        RingAnswer ring;
        Directory directory;
    };
    const std::uint64_t question = ++m_question;
    run(
        Lane::Read,
        [person = m_person, words = m_search.trimmed().toStdString()](OpenDesk& desk) -> Result<Found> {
            Found found;
            if (words.empty()) {
                FS_ASSIGN(found.assessor, desk.ringing.namedAssessor(person));
            }
            FS_ASSIGN(found.ring, desk.ringing.ask(words, person));
            FS_ASSIGN(found.directory, desk.directory());
            return found;
        },
        [this, question](Result<Found> found) {
            if (question != m_question) {
                return;
            }
            if (!found) {
                fail(found.error());
                return;
            }
            m_receivers.clear();
            m_rows.clear();
            m_receiver = -1;
            for (const auto& s : found->ring.suggestions) {
                Receiver to{
                    s.service.agency, s.service.code, {}, shown(s.service.respondsWithin), shown(s.service.name)};
                const bool byName = s.service.routedBy == "practice" && s.worker;
                if (byName && s.worker->code == me().worker) {
                    continue; // nobody refers to themselves
                }
                if (byName) {
                    to.worker = s.worker->code;
                    to.who = shown(s.worker->name);
                }
                const QString title = byName ? tr("%1, %2", "%1 worker, %2 role").arg(to.who, shown(s.worker->role))
                                             : shown(s.service.name);
                const QString detail =
                    byName
                        ? (s.worker->base.empty() ? shown(s.service.name)
                                                  : tr("Named assessor at %1", "%1 surgery").arg(shown(s.worker->base)))
                        : capitalised(shown(s.service.criteria));
                const bool first =
                    byName && found->assessor && s.worker->code == found->assessor->code && !m_receivers.empty();
                add(to, title, detail, s.agency);
                if (first) { // the practice's named assessor stands on top
                    std::rotate(m_receivers.begin(), m_receivers.end() - 1, m_receivers.end());
                    m_rows.move(m_rows.size() - 1, 0);
                }
            }
            for (std::size_t i = 0; i < m_receivers.size(); ++i) {
                if (!m_wanted.empty() && m_receivers[i].service == m_wanted) {
                    m_receiver = static_cast<int>(i);
                }
            }
            if (m_receiver < 0 && found->assessor && !m_receivers.empty() &&
                m_receivers.front().worker == found->assessor->code) {
                m_receiver = 0;
            }
            setLoaded(true);
            emit receiversChanged();
            loadAudience();
            askObjection();
        });
}

void ComposeModel::send() {
    if (m_sending) {
        return;
    }
    m_needFault = !m_need.trimmed().isEmpty() ? QString{}
                  : m_concern                 ? tr("Say in a line what worries you.")
                                              : tr("Say in a line what is needed.");
    m_receiverFault = chosen() == nullptr ? tr("Choose who this goes to.") : QString{};
    if (m_receiverFault.isEmpty() && !m_objection.isEmpty() && m_despite.trimmed().isEmpty()) {
        m_receiverFault = tr("Say why they must be told all the same, or choose somebody else.");
    }
    if (!m_needFault.isEmpty() || !m_receiverFault.isEmpty()) {
        emit faultsChanged();
        return;
    }
    NewReferral referral = drafted(*chosen());
    referral.need = m_need.trimmed().toStdString();
    referral.reason = m_reason.trimmed().toStdString();
    referral.urgency = kUrgencies[static_cast<std::size_t>(m_urgency)];
    if (!m_objection.isEmpty()) {
        referral.despiteObjection = m_despite.trimmed().toStdString();
    }
    m_sending = true;
    emit faultsChanged();
    run(
        Lane::Save,
        [referral](OpenDesk& desk) {
            auto id = desk.referrals.send(referral);
            desk.syncSoon();
            return id;
        },
        [this](Result<RecordId> id) {
            m_sending = false;
            emit faultsChanged();
            if (!id) {
                fail(id.error());
                return;
            }
            emit sent(shown(id->hex()));
        });
}

} // namespace frontsheet
