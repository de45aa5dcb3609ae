#include "core/domain/care/no_reply.h"

#include "core/domain/care/managing.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/schema/care_plan.h"

#include <algorithm>

namespace frontsheet::care {

namespace {

using Because = MayBeTold::Because;

class Naming {
public:
    Naming(const Directory& directory, const Principal& visitor, std::string_view today)
        : m_directory(directory), m_visitor(visitor), m_today(today) {}

    void add(Because because, const WorkerEntry& worker) {
        const bool known =
            std::any_of(m_out.begin(), m_out.end(), [&](const auto& one) { return one.worker.code == worker.code; });
        if (!known && !worker.code.empty() && worker.code != m_visitor.worker) {
            m_out.push_back({because, worker});
        }
    }

    std::vector<MayBeTold> take() {
        std::stable_partition(m_out.begin(), m_out.end(), [&](const auto& one) {
            return m_directory.absenceOf(one.worker.code, m_today) == nullptr;
        });
        return std::move(m_out);
    }

private:
    const Directory& m_directory;
    const Principal& m_visitor;
    std::string_view m_today;
    std::vector<MayBeTold> m_out;
};

} // namespace

std::vector<MayBeTold> whoMayBeTold(const FrontSheet& sheet, std::span<const Record> about, const Directory& directory,
                                    const Principal& visitor, std::string_view today) {
    Naming naming{directory, visitor, today};
    const auto ofOwn = [&](const WorkerEntry& worker) { return worker.agency == visitor.agency; };
    for (const auto& [code, worker] : directory.workers()) {
        if (ofOwn(worker) && mayManage({worker.agency, code, worker.role, {}})) {
            naming.add(Because::Manager, worker);
        }
    }
    for (const auto& service : directory.services()) {
        const auto* duty = service.agency == visitor.agency ? directory.onDuty(service.code, today, "duty") : nullptr;
        if (duty != nullptr) {
            naming.add(Because::OnDuty, directory.worker(duty->worker));
        }
    }
    for (const auto& involved : sheet.careTeam) {
        if (ofOwn(involved.worker)) {
            naming.add(Because::CareTeam, involved.worker);
        }
    }
    for (const auto& record : about) {
        if (record.type == RecordType::CarePlan && isOpen(record)) {
            naming.add(Because::CaseOwner, directory.worker(record.fields.get(care_plan::kCaseOwner)));
        }
    }
    const auto own = directory.worker(visitor.worker);
    for (const auto& [code, worker] : directory.workers()) {
        if (ofOwn(worker) && worker.role == own.role) {
            naming.add(Because::SameRole, worker);
        }
    }
    return naming.take();
}

} // namespace frontsheet::care
