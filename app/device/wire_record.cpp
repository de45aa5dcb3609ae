#include "app/device/wire_record.h"

#include <cstdlib>
#include <string>

#if defined(FRONTSHEET_FAULTS)
#include "core/base/clock.h"
#include "sync/wire/pack.h"
#include "sync/wire/wire_limits.h"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <unistd.h>
#endif

namespace frontsheet::device {

namespace {

std::string folderAsked() {
    const char* folder = std::getenv("FRONTSHEET_WIRE_FOLDER"); // NOLINT(concurrency-mt-unsafe): nobody sets it
    return folder == nullptr ? std::string{} : std::string{folder};
}

#if defined(FRONTSHEET_FAULTS)
class WireRecord final : public Transport {
public:
    WireRecord(std::unique_ptr<Transport> inner, std::filesystem::path folder)
        : m_inner(std::move(inner)), m_folder(std::move(folder)) {}

    Result<HttpAnswer> post(const AgencyId& server, std::string_view verb, BytesView body,
                            std::size_t maxAnswer) override {
        auto answer = m_inner->post(server, verb, body, maxAnswer);
        if (answer) {
            FS_TRY(keep(server, verb, answer->body));
        }
        return answer;
    }

    void stop() override { m_inner->stop(); }

private:
    [[nodiscard]] Result<void> keep(const AgencyId& server, std::string_view verb, const Bytes& body) {
        const auto message = wire::unpack(body, wire::kMaxUnpackedReply);
        const auto name = std::to_string(SystemClock().now().ms) + "-" + std::to_string(::getpid()) + "-" +
                          std::to_string(s_count.fetch_add(1)) + "-" + server.str() + "-" + std::string{verb} +
                          (message ? ".reply" : ".raw");
        std::error_code error;
        std::filesystem::create_directories(m_folder, error);
        std::ofstream file(m_folder / name, std::ios::binary | std::ios::trunc);
        file << (message ? *message : body);
        file.flush();
        return file ? ok() : Result<void>{ErrorCode::DiskFailed, "the record of the wire"};
    }

    static inline std::atomic<unsigned> s_count{0};
    std::unique_ptr<Transport> m_inner;
    std::filesystem::path m_folder;
};
#endif

} // namespace

Result<std::unique_ptr<Transport>> recorded(std::unique_ptr<Transport> transport) {
    auto folder = folderAsked();
    if (folder.empty()) {
        return transport;
    }
#if defined(FRONTSHEET_FAULTS)
    return std::unique_ptr<Transport>(std::make_unique<WireRecord>(std::move(transport), std::move(folder)));
#else
    return {ErrorCode::Unsupported, "FRONTSHEET_WIRE_FOLDER: a release does not record what it receives"};
#endif
}

} // namespace frontsheet::device
