// The files of one record: which there are and how far each has come, adding and taking off while it may be changed, and one of them
// shown. What is shown is opened in memory and forgotten with the page; it never lies anywhere unsealed.
#pragma once

#include "app/viewmodels/page_model.h"
#include "core/usecases/attachments.h"

#include <QByteArray>
#include <QUrl>
#include <QVariantList>

#include <functional>
#include <string>

namespace frontsheet {

class FilesModel final : public frontsheet::PageModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(QString recordId READ recordId NOTIFY changed)
    Q_PROPERTY(bool editable READ editable NOTIFY changed) // by this worker, as it stands
    // {address, name, detail, description, state, iconName, wrong, here, image, mediaType}
    Q_PROPERTY(QVariantList files READ files NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(bool roomForMore READ roomForMore NOTIFY changed)
    // The newest photos and documents in the device's own folders, to choose from: {url, name, detail, image}.
    Q_PROPERTY(QVariantList candidates READ candidates NOTIFY changed)
    // What was wrong with a file, in a file's words; both empty unless the last thing that was asked for failed.
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed)
    // Where the copy is that was just made; empty: none was.
    Q_PROPERTY(QString copied READ copied NOTIFY changed)
    // The one that is shown; a picture's source is empty until it is open, a document's always.
    Q_PROPERTY(QString shownAddress READ shownAddress NOTIFY shownChanged)
    Q_PROPERTY(QString shownName READ shownName NOTIFY shownChanged)
    Q_PROPERTY(QString shownDescription READ shownDescription NOTIFY shownChanged)
    Q_PROPERTY(QString shownState READ shownState NOTIFY shownChanged)
    Q_PROPERTY(bool shownIsImage READ shownIsImage NOTIFY shownChanged)
    Q_PROPERTY(QString shownSource READ shownSource NOTIFY shownChanged)

public:
    explicit FilesModel(Session& session, QObject* parent = nullptr) : PageModel(session, parent) {}

    Q_INVOKABLE void open(const QString& recordId);
    // Looks for candidates; `places`: where, the user's pictures, downloads and documents where none are given.
    Q_INVOKABLE void look(const QStringList& places = {});
    // A photo or a document from the device.
    Q_INVOKABLE void add(const QUrl& file, const QString& description);
    // A drawing, as "data:image/png;base64,...".
    Q_INVOKABLE void addSignature(const QString& drawing, const QString& description);
    Q_INVOKABLE void remove(const QString& address);
    Q_INVOKABLE void describe(const QString& address, const QString& description);
    Q_INVOKABLE void show(const QString& address);
    Q_INVOKABLE void hide();
    // An ordinary file of it that other programs can open, in `folder`, the user's downloads where none is given. The only way by
    // which what is attached leaves the sealed store; who asks for it is told so first.
    Q_INVOKABLE void saveCopy(const QString& address, const QString& folder = {});
    void refresh() override;
    void clear() override;

    [[nodiscard]] QString recordId() const { return m_recordId; }
    [[nodiscard]] bool editable() const { return m_editable; }
    [[nodiscard]] QVariantList files() const { return m_files; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QVariantList candidates() const { return m_candidates; }
    [[nodiscard]] QString problemTitle() const { return m_problem.title; }
    [[nodiscard]] QString problemText() const { return m_problem.text; }
    [[nodiscard]] bool roomForMore() const;
    [[nodiscard]] QString copied() const { return m_copied; }
    [[nodiscard]] QString shownAddress() const { return m_shownAddress; }
    [[nodiscard]] QString shownName() const { return shownFact("name"); }
    [[nodiscard]] QString shownDescription() const { return shownFact("description"); }
    [[nodiscard]] QString shownState() const { return shownFact("state"); }
    [[nodiscard]] bool shownIsImage() const;
    [[nodiscard]] QString shownSource() const { return m_shownSource; }

signals:
    void changed();
    void shownChanged();
    void added();
    void done(); // something was saved

private:
    [[nodiscard]] QVariantMap row(const ShownFile& file) const;
    [[nodiscard]] QString shownFact(const char* key) const;
    [[nodiscard]] QVariantMap fileAt(const QString& address) const;
    void failFile(const Error& error);
    void ended(const Result<void>& done);
    struct Chosen {
        QByteArray bytes;
        std::string name; // as it was called where it came from
        std::string description;
        bool isSignature = false;
    };
    // `choose` reaches the disk.
    void keep(std::function<Result<Chosen>()> choose);

    QString m_recordId;
    RecordId m_record;
    bool m_editable = false;
    bool m_busy = false;
    ErrorWords m_problem;
    QVariantList m_files;
    QVariantList m_candidates;
    QString m_copied;
    QString m_shownAddress;
    QString m_shownSource;
};

} // namespace frontsheet
