// A server that takes the request and says nothing until it is left.
#pragma once

#include "sync/client/transport.h"

#include <future>

namespace frontsheet::test {

class SilentServer final : public Transport {
public:
    Result<HttpAnswer> post(const AgencyId&, std::string_view, BytesView, std::size_t) override {
        reached.set_value();
        stopped.get_future().wait();
        return {ErrorCode::Cancelled, "stopping"};
    }
    void stop() override { stopped.set_value(); }

    std::promise<void> reached;
    std::promise<void> stopped;
};

} // namespace frontsheet::test
