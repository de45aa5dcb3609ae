#include "app/frontsheet/device_desk.h"

#include "app/device/device_session.h"
#include "app/frontsheet/pdf_writer.h"
#include "app/viewmodels/files_desk.h"
#include "app/viewmodels/reports_desk.h"
#include "core/store/closed_profile.h"
#include "sync/client/emergency_request.h"
#include "sync/client/evidence_request.h"
#include "sync/client/file_loop.h"
#include "sync/client/history_request.h"
#include "sync/client/sync_loop.h"

#include <mutex>
#include <random>
#include <set>

namespace frontsheet {

namespace {

class DeviceDesk final : public OpenDesk, public FilesDesk, public ReportsDesk {
public:
    DeviceDesk(std::unique_ptr<device::DeviceSession> session, std::function<void()> changed)
        : OpenDesk(session->workplace()), m_session(std::move(session)), m_changed(std::move(changed)),
          m_files(workplace, m_session->store()), m_reports(workplace, m_session->store()) {
        auto transport = m_session->transport();
        if (!transport) {
            return; // the sync line shows that no server has answered
        }
        m_transport = std::move(transport).value();
        SyncEvents events;
        events.started = [this](const AgencyId&) {
            if (m_fileLoop) {
                m_fileLoop->exchangeBegins();
            }
        };
        events.finished = [this](const AgencyId& server, const Exchanged& done) { finished(server, done); };
        // Files go over a connection of their own, when no records do.
        if (auto own = m_session->transport()) {
            m_fileTransport = std::move(own).value();
            m_fileLoop = std::make_unique<FileLoop>(
                FileLoop::Parts{m_session->store(), *m_fileTransport, m_session->clock(), std::random_device{}()},
                m_session->identity().servers(), [this](const AgencyId&, const Carried&) { m_changed(); });
        }
        events.indexed = [this](std::size_t left) {
            if (left == 0) {
                m_changed();
            }
        };
        m_loop = std::make_unique<SyncLoop>(SyncLoop::Parts{m_session->store(), *m_transport, m_session->clock(),
                                                            std::random_device{}(), m_session->identity().me.agency,
                                                            &m_session->store()},
                                            m_session->identity().servers(), std::move(events));
        m_loop->start();
        if (m_fileLoop) {
            m_fileLoop->start();
        }
    }
    ~DeviceDesk() override {
        if (m_loop) {
            m_loop->stop();
        }
        if (m_fileLoop) {
            m_fileLoop->stop();
        }
    }

    // A transport of its own: the sync loop's is in use.
    Attachments& files() override { return m_files; }
    Reports& reports() override { return m_reports; }
    EmergencyLine* emergencies() override { return connected() ? m_emergencies.get() : nullptr; }
    EvidenceLine* evidence() override { return connected() ? m_evidence.get() : nullptr; }
    HistoryLine* histories() override { return connected() ? m_histories.get() : nullptr; }
    DocumentWriter* documents() override { return &m_documents; }
    void hangUp() override {
        const std::lock_guard lock(m_hangUp);
        if (m_asking) {
            m_asking->stop();
        }
    }

    void syncSoon() override {
        if (m_loop) {
            m_loop->wakeAll();
        }
    }

private:
    // On the asking thread.
    bool connected() {
        if (m_asking) {
            return true;
        }
        auto transport = m_session->transport();
        if (!transport) {
            return false;
        }
        const std::lock_guard lock(m_hangUp);
        m_asking = std::move(transport).value();
        m_emergencies = std::make_unique<EmergencyRequest>(*m_asking);
        m_histories = std::make_unique<HistoryRequest>(*m_asking);
        m_evidence = std::make_unique<EvidenceRequest>(*m_asking);
        return true;
    }

    // On the sync thread. A screen is read again only when there is something else to see.
    void finished(const AgencyId& server, const Exchanged& done) {
        if (m_fileLoop) {
            m_fileLoop->exchangeEnds();
            if (done.answered + done.received > 0) {
                m_fileLoop->wake();
            }
        }
        const bool moved = done.answered + done.received + done.removed + done.told > 0;
        const bool wasFailing = m_failing.contains(server);
        const bool first = m_answered.insert(server).second;
        if (done.failure) {
            m_failing.insert(server);
        } else {
            m_failing.erase(server);
        }
        if (moved || first || wasFailing != done.failure.has_value() || done.closing != Exchanged::Closing::No) {
            m_changed();
        }
    }

    std::unique_ptr<device::DeviceSession> m_session;
    std::unique_ptr<Transport> m_transport;
    std::function<void()> m_changed;
    std::set<AgencyId> m_failing;  // sync thread
    std::set<AgencyId> m_answered; // sync thread: tried at least once
    std::mutex m_hangUp;           // guards m_asking against the thread that asks
    std::unique_ptr<Transport> m_asking;
    std::unique_ptr<EmergencyRequest> m_emergencies; // the asking thread's, all of them
    std::unique_ptr<EvidenceRequest> m_evidence;
    std::unique_ptr<HistoryRequest> m_histories;
    PdfWriter m_documents;
    Attachments m_files;
    Reports m_reports;
    std::unique_ptr<Transport> m_fileTransport;
    std::unique_ptr<FileLoop> m_fileLoop; // before the sync loop, which tells it when records are on the line
    std::unique_ptr<SyncLoop> m_loop;
};

} // namespace

Result<std::optional<ClosedProfile>> DeviceDoor::closed() { return closed_profile::read(m_profile.string()); }

Result<std::shared_ptr<OpenDesk>> DeviceDoor::unlock(const std::string& passphrase, std::function<void()> changed) {
    FS_ASSIGN(auto session, device::DeviceSession::open(m_profile, passphrase));
    return std::shared_ptr<OpenDesk>(std::make_shared<DeviceDesk>(std::move(session), std::move(changed)));
}

} // namespace frontsheet
