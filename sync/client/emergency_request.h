// Emergency access over a transport: one request, one answer.
#pragma once

#include "core/usecases/ports/emergency_line.h"
#include "sync/client/transport.h"

namespace frontsheet {

class EmergencyRequest final : public EmergencyLine {
public:
    explicit EmergencyRequest(Transport& transport) : m_transport(transport) {}

    [[nodiscard]] Result<EmergencyOpening> open(const AgencyId& home, const EmergencyWish& wish,
                                                const OpId& request) override;
    [[nodiscard]] Result<void> end(const AgencyId& home, const RecordId& access) override;
    [[nodiscard]] Result<void> review(const AgencyId& home, const RecordId& access, EmergencyVerdict verdict,
                                      const std::string& words) override;

private:
    Transport& m_transport;
};

} // namespace frontsheet
