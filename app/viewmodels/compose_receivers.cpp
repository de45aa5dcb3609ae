// ComposeModel: who a referral or a concern may go to.
#include "app/viewmodels/compose_model.h"
#include "core/domain/concern.h"

#include <algorithm>
#include <map>

namespace frontsheet {

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
            loadCautions();
        });
}

struct ComposeModel::Answers {
    std::optional<WorkerEntry> assessor;
    RingAnswer ring;
    std::map<ServiceId, ReferralRoute> routes; // of services with a named worker each practice
    Directory directory;
};

// To the practice's named assessor by name, or to whoever stands in for them; to every other service's desk.
void ComposeModel::addService(const RingSuggestion& s, const Answers& found) {
    Receiver to{s.service.agency, s.service.code, {}, shown(s.service.respondsWithin), shown(s.service.name)};
    QString title = shown(s.service.name);
    QString detail = capitalised(shown(s.service.criteria));
    const auto route = found.routes.find(s.service.code);
    const bool byName = route != found.routes.end() && !route->second.worker.empty();
    if (byName && route->second.worker == me().worker) {
        return; // nobody refers to themselves
    }
    if (byName) {
        const WorkerEntry worker = found.directory.worker(route->second.worker);
        to.worker = worker.code;
        to.who = shown(worker.name);
        title = tr("%1, %2", "%1 worker, %2 role").arg(to.who, shown(worker.role));
        detail = worker.base.empty() ? shown(s.service.name)
                                     : tr("Named assessor at %1", "%1 surgery").arg(shown(worker.base));
    }
    if (route != found.routes.end() && route->second.away) {
        const auto& away = *route->second.away;
        const QString name = shown(found.directory.worker(away.worker).name);
        const QString gone =
            away.until.empty()
                ? tr("%1 is away.", "%1 worker").arg(name)
                : tr("%1 is away until %2.", "%1 worker, %2 date").arg(name, wording().isoDate(away.until));
        detail = gone + QStringLiteral(" ") +
                 (byName ? tr("%1 stands in.", "%1 worker").arg(to.who) : tr("Whoever is on duty has it.", "referral"));
    }
    const WorkerId usual = route == found.routes.end() ? WorkerId{}
                           : route->second.away        ? route->second.away->worker
                                                       : route->second.worker;
    add(to, title, detail, s.agency);
    const bool first = found.assessor && usual == found.assessor->code;
    if (first) { // the practice's named assessor stands on top, and is chosen
        std::rotate(m_receivers.begin(), m_receivers.end() - 1, m_receivers.end());
        m_rows.move(m_rows.size() - 1, 0);
        m_receiver = 0;
    }
}

void ComposeModel::loadReceivers() {
    if (m_concern) {
        loadPoints();
        return;
    }
    const std::uint64_t question = ++m_question;
    run(
        Lane::Read,
        [person = m_person, words = m_search.trimmed().toStdString(),
         wanted = m_wanted](OpenDesk& desk) -> Result<Answers> {
            Answers found;
            if (words.empty()) {
                FS_ASSIGN(found.assessor, desk.ringing.namedAssessor(person));
            }
            FS_ASSIGN(found.ring, desk.ringing.ask(words, person));
            FS_ASSIGN(found.directory, desk.directory());
            auto& listed = found.ring.suggestions;
            const auto* service = found.directory.service(wanted);
            const bool there = std::any_of(listed.begin(), listed.end(),
                                           [&](const RingSuggestion& s) { return s.service.code == wanted; });
            if (words.empty() && service != nullptr && !there) { // asked for, though it may not fit: that is said
                RingSuggestion& s = listed.emplace_back();
                s.service = *service;
                s.agency = found.directory.agency(service->agency);
            }
            for (const auto& s : listed) {
                if (s.service.routedBy == "practice" && !s.service.code.empty()) {
                    FS_ASSIGN(found.routes[s.service.code], desk.referrals.routeFor(person, s.service.code));
                }
            }
            return found;
        },
        [this, question](Result<Answers> found) {
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
                addService(s, *found);
            }
            for (std::size_t i = 0; i < m_receivers.size(); ++i) {
                if (!m_wanted.empty() && m_receivers[i].service == m_wanted) {
                    m_receiver = static_cast<int>(i);
                }
            }
            setLoaded(true);
            emit receiversChanged();
            loadAudience();
            askObjection();
            loadCautions();
        });
}

} // namespace frontsheet
