// What one person said about sharing, to be read and recorded with the person there: each sentence can be read aloud as it
// stands. What became of each at the agencies it names, what others asked of this agency, and what is kept whatever is said.
#pragma once

#include "app/viewmodels/saving_model.h"
#include "core/usecases/permissions.h"

#include <QStringList>
#include <QVariantList>

namespace frontsheet {

class PermissionsModel final : public frontsheet::SavingModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(QString personId READ personId NOTIFY changed)
    // {id, objection, title, said, words, until, standing, inForce, mine, waiting, told: [{badge, text, done}], badge}
    Q_PROPERTY(QVariantList said READ said NOTIFY changed)
    // {id, objection, title, text, toAcknowledge, waiting, badge}
    Q_PROPERTY(QVariantList toldUs READ toldUs NOTIFY changed)
    Q_PROPERTY(QVariantList mayRead READ mayRead NOTIFY changed) // {badge, text, objections: [sentence]}
    Q_PROPERTY(QVariantList kept READ kept NOTIFY changed)       // {badge, text}
    // What the sheet offers: {code, name}; first the widest.
    Q_PROPERTY(QVariantList receivers READ receivers NOTIFY changed)
    Q_PROPERTY(QVariantList categories READ categories CONSTANT)
    Q_PROPERTY(QStringList ways READ ways CONSTANT)           // of asking
    Q_PROPERTY(QStringList givers READ givers NOTIFY changed) // who says so

public:
    explicit PermissionsModel(Session& session, QObject* parent = nullptr) : SavingModel(session, parent) {}

    // What a position in `ways` and in `givers` means; nullopt for none.
    [[nodiscard]] static std::optional<sharing::HowAsked> wayAt(int way);
    [[nodiscard]] static std::optional<sharing::GivenBy> giverAt(int giver);

    Q_INVOKABLE void open(const QString& personId);
    // "No: Harbour Housing is not to see mental health." What would be recorded, before it is.
    Q_INVOKABLE QString sentence(bool objection, const QString& receiver, const QString& category) const;
    // `way`, `giver`: positions in the lists. `corrects`: the statement recorded wrongly; empty: none.
    Q_INVOKABLE void record(bool objection, const QString& receiver, const QString& category, int way, int giver,
                            const QString& authority, const QString& decidedWhy, const QString& words,
                            const QString& corrects = {});
    Q_INVOKABLE void withdraw(const QString& statementId);
    Q_INVOKABLE void acknowledge(const QString& noticeId, const QString& words);
    void refresh() override;
    void clear() override;

    [[nodiscard]] QString personId() const { return m_personId; }
    [[nodiscard]] QVariantList said() const { return m_page.said; }
    [[nodiscard]] QVariantList toldUs() const { return m_page.toldUs; }
    [[nodiscard]] QVariantList mayRead() const { return m_page.mayRead; }
    [[nodiscard]] QVariantList kept() const { return m_page.kept; }
    [[nodiscard]] QVariantList receivers() const { return m_page.receivers; }
    [[nodiscard]] QVariantList categories() const;
    [[nodiscard]] QStringList ways() const;
    [[nodiscard]] QStringList givers() const;

signals:
    void changed();

private:
    struct Page {
        QVariantList said, toldUs, mayRead, kept, receivers;
    };
    [[nodiscard]] Page word(const PersonsPermissions& found, const FrontSheet& sheet, const Directory& directory) const;
    [[nodiscard]] QVariantMap wordSaid(const Said& said, const Directory& directory) const;
    [[nodiscard]] QVariantMap wordTold(const Told& told, const sharing::PermissionStatement& statement,
                                       const Directory& directory) const;
    [[nodiscard]] QVariantMap wordToldUs(const ToldUs& told, const Directory& directory) const;
    [[nodiscard]] QString sentenceOf(const sharing::PermissionStatement& statement, const Directory& directory) const;
    [[nodiscard]] QString sentenceOf(bool objection, const QString& receiver, const QString& category,
                                     const QString& home) const;
    [[nodiscard]] QString howAsked(const Said& said, const Directory& directory) const;

    QString m_personId;
    QString m_called;
    Page m_page;
};

} // namespace frontsheet
