// Notes of about 700 bytes by this device's worker about the people on it, for pushing.
#pragma once

#include "app/device/device_session.h"
#include "core/base/result.h"
#include "core/domain/intent.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace frontsheet::bench {

// Every one begins so, then its number and a full stop: that is how they are counted at the server.
inline constexpr std::string_view kNoteBegins = "Visit number ";

class NoteWriter {
public:
    // An error when there is nobody on the device to write about.
    [[nodiscard]] static Result<NoteWriter> on(device::DeviceSession& session);
    // The next `count`, so that no more than a batch is in memory.
    [[nodiscard]] Result<std::vector<Intent>> next(std::size_t count);

private:
    NoteWriter(device::DeviceSession& session, std::vector<PersonId> people)
        : m_session(session), m_people(std::move(people)) {}

    device::DeviceSession& m_session;
    std::vector<PersonId> m_people;
    std::size_t m_written = 0;
};

} // namespace frontsheet::bench
