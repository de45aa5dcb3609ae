// Keeping something that is on the record already to named readers: a signed note of one's own, a placement of the agency's.
// Before it is saved it is said who loses it.
#pragma once

#include "app/viewmodels/saving_model.h"
#include "core/domain/sharing/named_reader.h"

#include <QVariantList>

namespace frontsheet {

class RestrictionModel final : public frontsheet::SavingModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    // As NoteModel's, for the same sheet.
    Q_PROPERTY(QVariantList readerChoices READ readerChoices NOTIFY changed)
    Q_PROPERTY(int namedReaders READ namedReaders NOTIFY changed)
    // {badge, people, gains}: who loses it and who gets it back, against how it stands now.
    Q_PROPERTY(QVariantList consequence READ consequence NOTIFY changed)

public:
    explicit RestrictionModel(Session& session, QObject* parent = nullptr) : SavingModel(session, parent) {}

    // A note or a placement, as it stands on the record.
    Q_INVOKABLE void open(const QString& recordId);
    Q_INVOKABLE void nameReader(const QString& key, bool chosen);
    Q_INVOKABLE void openToAll();
    Q_INVOKABLE void save();
    void clear() override;

    [[nodiscard]] QVariantList readerChoices() const { return m_choices; }
    [[nodiscard]] int namedReaders() const { return static_cast<int>(m_readers.size()); }
    [[nodiscard]] QVariantList consequence() const { return m_consequence; }

signals:
    void changed();

private:
    void weigh();

    RecordId m_record;
    std::vector<sharing::NamedReader> m_readers; // ascending
    QVariantList m_choices;
    QVariantList m_consequence;
    bool m_opened = false; // the readers that stand on the record were taken
};

} // namespace frontsheet
