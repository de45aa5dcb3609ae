// A page's view model that saves what was decided on it, one thing at a time: busy until it is on the disk. UI thread only.
#pragma once

#include "app/viewmodels/page_model.h"

#include <utility>

namespace frontsheet {

class SavingModel : public frontsheet::PageModel {
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)

public:
    [[nodiscard]] bool busy() const { return m_busy; }

signals:
    void busyChanged();
    void done(); // saved, and on its way; not when it failed, which the page's error says

protected:
    explicit SavingModel(Session& session, QObject* parent = nullptr) : PageModel(session, parent) {}

    // `job(desk) -> Result<void>`; an exchange is asked for after it. Nothing while another is under way.
    template <class Job>
    void save(Job job) {
        if (m_busy) {
            return;
        }
        setBusy(true);
        run(
            Lane::Save,
            [job = std::move(job)](OpenDesk& desk) -> Result<void> {
                auto saved = job(desk);
                desk.syncSoon();
                return saved;
            },
            [this](const Result<void>& saved) {
                setBusy(false);
                if (!saved) {
                    fail(saved.error());
                    return;
                }
                dismissError();
                emit done();
                refresh();
            });
    }
    // Another page, or a lock: what was under way answers to nobody.
    void setBusy(bool busy) {
        if (busy != m_busy) {
            m_busy = busy;
            emit busyChanged();
        }
    }

private:
    bool m_busy = false;
};

} // namespace frontsheet
