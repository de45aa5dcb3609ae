// Time is injected: tests, the simulator and the demo turn the clock themselves.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>

namespace frontsheet {

// Milliseconds since 1970-01-01T00:00:00Z, UTC, no leap seconds. 0 means "not known".
struct WallTime {
    std::int64_t ms = 0;

    friend auto operator<=>(const WallTime&, const WallTime&) = default;
    friend WallTime operator+(WallTime t, std::chrono::milliseconds d) { return {t.ms + d.count()}; }
    friend std::chrono::milliseconds operator-(WallTime a, WallTime b) {
        return std::chrono::milliseconds{a.ms - b.ms};
    }
    [[nodiscard]] bool isKnown() const { return ms != 0; }
};

class Clock {
public:
    virtual ~Clock() = default;
    // The wall clock, as wrong as the device's may be. Any thread.
    [[nodiscard]] virtual WallTime now() const = 0;
    // Never goes back while the process lives. Any thread.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;
};

// The system's. In builds with fault points (FRONTSHEET_FAULTS), FRONTSHEET_CLOCK_FILE names a file with the milliseconds by
// which it is turned: that is how the demo lives through a fortnight of work in seconds. Nothing turns it in a release.
class SystemClock final : public Clock {
public:
    [[nodiscard]] WallTime now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
};

// Stands still until told.
class ManualClock final : public Clock {
public:
    explicit ManualClock(WallTime start) : m_now(start) {}
    [[nodiscard]] WallTime now() const override { return m_now; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_monotonic; }
    void advance(std::chrono::milliseconds by) {
        m_now = m_now + by;
        m_monotonic += by;
    }
    void set(WallTime now) { m_now = now; }

private:
    WallTime m_now;
    std::chrono::milliseconds m_monotonic{0};
};

} // namespace frontsheet
