// A loopback relay that hands every byte on so much later, both ways: the distance between a device and its server, and
// nothing of a slow line. What is under way is not counted against anybody: a sender never waits for the relay.
//
// The opening of a connection takes its round trip too: the first bytes of a device leave it only once the server's answer
// to them could have arrived. One thread serves all connections; it ends with the object.
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <memory>

namespace frontsheet::bench {

class DelayingRelay {
public:
    // To that port of loopback. `each` is for one direction: a question and its answer take twice that.
    [[nodiscard]] static Result<std::unique_ptr<DelayingRelay>> start(std::uint16_t to, std::chrono::microseconds each);
    ~DelayingRelay();
    DelayingRelay(const DelayingRelay&) = delete;
    DelayingRelay& operator=(const DelayingRelay&) = delete;

    [[nodiscard]] std::uint16_t port() const;

private:
    class Works;
    explicit DelayingRelay(std::unique_ptr<Works> works);
    std::unique_ptr<Works> m_works;
};

} // namespace frontsheet::bench
