// The ground of a page's view model: runs use cases away from the UI thread and brings their values back. UI thread only.
#pragma once

#include "app/viewmodels/error_wording.h"
#include "app/viewmodels/session.h"

#include <QObject>
#include <QPointer>
#include <QtQmlIntegration>

#include <memory>
#include <utility>

namespace frontsheet {

class PageModel : public QObject {
    Q_OBJECT
    QML_ANONYMOUS
    // Both empty unless the last thing this page asked for failed.
    Q_PROPERTY(QString errorTitle READ errorTitle NOTIFY errorChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorChanged)
    // False until the first answer: the page then shows nothing rather than "none".
    Q_PROPERTY(bool loaded READ loaded NOTIFY loadedChanged)

public:
    [[nodiscard]] QString errorTitle() const { return m_error.title; }
    [[nodiscard]] QString errorText() const { return m_error.text; }
    [[nodiscard]] bool loaded() const { return m_loaded; }
    Q_INVOKABLE void dismissError();
    // Reads again what the page shows; called when a server brought something new.
    virtual void refresh() {}
    // Forgets everything of a person: the device was locked.
    virtual void clear() {}

signals:
    void errorChanged();
    void loadedChanged();

protected:
    explicit PageModel(Session& session, QObject* parent = nullptr) : QObject(parent), m_session(session) {}

    // `job` on the executor with the desk, then `then` here with its value; nothing once this model is gone or locked.
    template <class Job, class Then>
    void run(Lane lane, Job job, Then then) {
        auto desk = m_session.desk;
        if (!desk) {
            return;
        }
        UiDispatcher& ui = m_session.ui;
        QPointer<PageModel> self(this);
        m_session.executor.post(
            lane, [desk = std::move(desk), &ui, self, job = std::move(job), then = std::move(then)]() mutable {
                auto value = std::make_shared<decltype(job(*desk))>(job(*desk));
                const std::weak_ptr<OpenDesk> same = desk;
                desk.reset();
                ui.post([self, value, same, then = std::move(then)]() mutable {
                    if (self && self->m_session.desk && self->m_session.desk == same.lock()) {
                        then(std::move(*value));
                    }
                });
            });
    }

    void fail(const Error& error);
    // The same of what was asked of a server and waits for nobody.
    void failAsked(const Error& error);
    void setLoaded(bool loaded);
    [[nodiscard]] const Wording& wording() const { return m_session.wording; }
    [[nodiscard]] Session& session() { return m_session; }
    [[nodiscard]] const Session& session() const { return m_session; }
    [[nodiscard]] const Principal& me() const { return m_session.desk->workplace.me; }

private:
    Session& m_session;
    ErrorWords m_error;
    bool m_loaded = false;
};

} // namespace frontsheet
