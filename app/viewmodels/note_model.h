// Writing one note: saved as typed, with who will see it beside it. The words are on the disk within half a second of the
// key, as a draft that survives a pulled battery; finishing signs it.
#pragma once

#include "app/viewmodels/page_model.h"

#include <QStringList>
#include <QTimer>
#include <QVariantList>

namespace frontsheet {

class NoteModel final : public frontsheet::PageModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(QString personId READ personId NOTIFY opened)
    Q_PROPERTY(QString draftId READ draftId NOTIFY savedChanged) // empty until it is on the disk
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(bool addendum READ addendum NOTIFY opened)
    Q_PROPERTY(QString addendumTo READ addendumTo NOTIFY opened) // the words it adds to
    Q_PROPERTY(QString startedAt READ startedAt NOTIFY opened)   // "Tuesday 15 September 2026, 10:34"
    Q_PROPERTY(QStringList kinds READ kinds CONSTANT)
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY choiceChanged)
    Q_PROPERTY(QStringList phrases READ phrases CONSTANT) // what is written of many visits, for a thumb
    Q_PROPERTY(QStringList categories READ categories CONSTANT)
    Q_PROPERTY(int category READ category WRITE setCategory NOTIFY choiceChanged)
    // Who alone may read it, beside its author: {key, name, detail, chosen}, of those who otherwise would.
    Q_PROPERTY(QVariantList readerChoices READ readerChoices NOTIFY audienceChanged)
    Q_PROPERTY(int namedReaders READ namedReaders NOTIFY audienceChanged) // 0: not restricted
    // "Saved on this tablet at 10:47, as you type." Said after the commit, never before.
    Q_PROPERTY(QString savedLine READ savedLine NOTIFY savedChanged)
    Q_PROPERTY(bool unsaved READ unsaved NOTIFY savedChanged)
    Q_PROPERTY(bool finishing READ finishing NOTIFY savedChanged)
    // {heading, level, rows: [{badge, people, reason}]}
    Q_PROPERTY(QVariantList audience READ audience NOTIFY audienceChanged)
    Q_PROPERTY(QString audienceLine READ audienceLine NOTIFY audienceChanged)     // all of it in one sentence
    Q_PROPERTY(QString audienceSource READ audienceSource NOTIFY audienceChanged) // by which agreement, as of when
    // A category that was chosen and changes who will see it waits here to be confirmed: {badge, people, gains}.
    Q_PROPERTY(bool asking READ asking NOTIFY askingChanged)
    Q_PROPERTY(QString askedCategory READ askedCategory NOTIFY askingChanged)
    Q_PROPERTY(QVariantList categoryChange READ categoryChange NOTIFY askingChanged)

public:
    explicit NoteModel(Session& session, QObject* parent = nullptr);

    // A new note, or the draft with this id (with the words as saved), or an addendum to a signed note.
    Q_INVOKABLE void open(const QString& personId, const QString& draftId = {}, const QString& addendumTo = {});
    // Takes another category. Where that changes who will see it, it is asked first; choosing the old one again is an answer.
    Q_INVOKABLE void chooseCategory(int category);
    Q_INVOKABLE void confirmCategory();
    Q_INVOKABLE void keepCategory();
    // `phrases` at this position goes behind what is written.
    Q_INVOKABLE void addPhrase(int index);
    // `key`: of readerChoices.
    Q_INVOKABLE void nameReader(const QString& key, bool chosen);
    Q_INVOKABLE void openToAll();
    // Saves what is typed and signs it; `finished` follows.
    Q_INVOKABLE void finish();
    // Commits what is typed now; called before a page, the window or the device closes.
    Q_INVOKABLE void flush();
    void refresh() override;
    void clear() override;

    [[nodiscard]] QString personId() const { return m_personId; }
    [[nodiscard]] QString draftId() const { return m_draftId; }
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] bool addendum() const { return !m_addendumTo.isNull(); }
    [[nodiscard]] QString addendumTo() const { return m_addendumWords; }
    [[nodiscard]] QString startedAt() const;
    [[nodiscard]] QStringList kinds() const;
    [[nodiscard]] int kind() const { return m_kind; }
    [[nodiscard]] QStringList phrases() const;
    [[nodiscard]] QStringList categories() const;
    [[nodiscard]] int category() const { return m_category; }
    [[nodiscard]] QString savedLine() const;
    [[nodiscard]] bool unsaved() const { return m_typed != m_committed; }
    [[nodiscard]] bool finishing() const { return m_finishing; }
    [[nodiscard]] QVariantList audience() const { return m_audience; }
    [[nodiscard]] QString audienceLine() const { return m_audienceLine; }
    [[nodiscard]] QString audienceSource() const { return m_audienceSource; }
    [[nodiscard]] bool asking() const { return m_asked >= 0; }
    [[nodiscard]] QString askedCategory() const { return m_asked < 0 ? QString{} : categories().at(m_asked); }
    [[nodiscard]] QVariantList categoryChange() const { return m_categoryChange; }
    [[nodiscard]] QVariantList readerChoices() const { return m_readerChoices; }
    [[nodiscard]] int namedReaders() const { return static_cast<int>(m_readers.size()); }
    void setText(const QString& text);
    void setKind(int kind);
    void setCategory(int category);

signals:
    void opened();
    void textChanged();
    void choiceChanged();
    void savedChanged();
    void audienceChanged();
    void askingChanged();
    void finished();
    // A draft was committed; lists that show drafts read again.
    void saved();

private:
    [[nodiscard]] NoteText note() const;
    void stopAsking();
    void touched();
    void save();
    void loadAudience();
    void loadDraft();

    QString m_personId;
    PersonId m_person;
    // The draft's id, null until the first commit. Read and written by jobs alone: they run one after another, so that a save
    // posted before the first one's answer still goes to the same draft.
    struct Slot {
        RecordId draft;
    };
    std::shared_ptr<Slot> m_slot = std::make_shared<Slot>();
    QString m_draftId;
    bool m_onDisk = false; // the slot's draft exists
    RecordId m_addendumTo;
    QString m_addendumWords;
    QString m_text;
    WallTime m_startedAt;
    WallTime m_savedAt;
    int m_kind = 0;
    int m_category = 0;
    std::uint64_t m_typed = 0;     // counts changes
    std::uint64_t m_posted = 0;    // the change that is on its way to the disk
    std::uint64_t m_committed = 0; // the change that the disk has
    std::uint64_t m_visit = 0;     // counts openings: answers for an earlier one are dropped
    bool m_finishing = false;
    QTimer m_pause;
    QTimer m_latest;
    QVariantList m_audience;
    QString m_audienceLine;
    QString m_audienceSource;
    int m_asked = -1; // the category that waits to be confirmed
    QVariantList m_categoryChange;
    std::vector<sharing::NamedReader> m_readers; // ascending
    QVariantList m_readerChoices;
};

} // namespace frontsheet
