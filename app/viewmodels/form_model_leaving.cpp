// Keeping what is typed on a form, leaving it, taking it up again and giving it up.
#include "app/viewmodels/form_model.h"
#include "app/viewmodels/forms/form_spec.h"
#include "app/viewmodels/forms/form_values.h"
#include "core/usecases/kept_words.h"

#include <algorithm>

namespace frontsheet {

namespace {

using LeftForm = CareRecords::UnfinishedForm;

Result<LeftForm> leftForm(OpenDesk& desk, const RecordId& id) {
    FS_ASSIGN(const auto forms, desk.care.unfinished());
    const auto left = std::find_if(forms.begin(), forms.end(), [&](const auto& form) { return form.after.id == id; });
    if (left == forms.end()) {
        return {ErrorCode::NotFound, "unfinished form"};
    }
    return *left;
}

} // namespace

// As it stands, whether or not it makes a record yet: a day that is none is kept as it was typed. What was typed and taken back again is
// kept no longer.
void FormModel::keep() {
    m_keeping.stop();
    if (m_spec == nullptr || m_typed == m_kept || busy()) {
        return;
    }
    m_kept = m_typed;
    const bool nothing = !dirty();
    run(
        Lane::Save,
        [seen = m_seen, after = asTyped(NoValue::AsTyped).record, nothing](OpenDesk& desk) {
            return nothing ? desk.care.giveUp(after.id) : desk.care.keepUnfinished(seen, after);
        },
        [this, visit = m_visit, nothing](const Result<void>& kept) {
            if (!kept) {
                m_kept.clear(); // it is tried again with the next key
                fail(kept.error());
                return;
            }
            if (visit == m_visit) {
                m_keptAt = nothing ? WallTime{} : session().clock.now();
                emit keptChanged();
            }
        });
}

QString FormModel::keptLine() const {
    if (m_spec == nullptr || !dirty()) {
        return {};
    }
    if (!m_keptAt.isKnown()) {
        return tr("Keeping it…", "a form: being written to the disk");
    }
    const QString at = wording().lately(m_keptAt);
    return session().tablet ? tr("Kept on this tablet as you type, last %1.", "%1 such as today, 10:47").arg(at)
                            : tr("Kept on this laptop as you type, last %1.", "%1 such as today, 10:47").arg(at);
}

void FormModel::flush() {
    if (m_keeping.isActive()) {
        keep();
    }
}

void FormModel::leave() {
    keep();
    forget();
    refresh();
}

void FormModel::giveUp() {
    if (m_spec != nullptr) {
        const GivenUp given{LeftForm{asTyped(NoValue::AsTyped).record, m_seen, {}}, m_title};
        run(
            Lane::Save, [id = m_record.id](OpenDesk& desk) { return desk.care.giveUp(id); },
            [this, given](const Result<void>& dropped) {
                if (dropped) {
                    show(given);
                } else {
                    fail(dropped.error());
                }
                refresh();
            });
    }
    forget();
    emit done();
}

void FormModel::giveUpLeft(const QString& recordId) {
    const auto id = RecordId::fromHex(recordId.toStdString());
    if (!id) {
        fail({ErrorCode::InvalidArgument, "form"});
        return;
    }
    run(
        Lane::Save,
        [id = *id](OpenDesk& desk) -> Result<LeftForm> {
            FS_ASSIGN(auto left, leftForm(desk, id));
            FS_TRY(desk.care.giveUp(id));
            return left;
        },
        [this](const Result<LeftForm>& left) {
            if (left) {
                const QString title = titleOf(left->after, !left->seen, m_leftNames[left->after.person]);
                show(GivenUp{*left, title});
            } else {
                fail(left.error());
            }
            refresh();
        });
}

void FormModel::show(const GivenUp& given) {
    m_givenUp = given;
    emit givenUpChanged();
}

void FormModel::bringBack() {
    if (!m_givenUp) {
        return;
    }
    const auto form = m_givenUp->form;
    run(
        Lane::Save, [form](OpenDesk& desk) { return desk.care.keepUnfinished(form.seen, form.after); },
        [this, id = QString::fromStdString(form.after.id.hex())](const Result<void>& kept) {
            if (!kept) {
                fail(kept.error());
                return;
            }
            resume(id);
        });
}

void FormModel::dismissGivenUp() {
    m_givenUp.reset();
    emit givenUpChanged();
}

void FormModel::resume(const QString& recordId) {
    const auto id = RecordId::fromHex(recordId.toStdString());
    if (!id) {
        fail({ErrorCode::InvalidArgument, "form"});
        return;
    }
    open(
        [id = *id](OpenDesk& desk) -> Result<Opened> {
            FS_ASSIGN(const auto left, leftForm(desk, id));
            Opened out;
            out.seen = left.seen;
            out.record = left.seen.value_or(left.after);
            out.left = left.after.fields;
            out.leftAt = left.keptAt;
            return around(desk, std::move(out));
        },
        {});
}

void FormModel::refresh() {
    struct Left {
        std::vector<LeftForm> forms;
        std::vector<std::pair<PersonId, KeptWords::Left>> referrals; // begun, and not sent
        std::map<PersonId, std::string> names;
    };
    run(
        Lane::Read,
        [](OpenDesk& desk) -> Result<Left> {
            Left left;
            FS_ASSIGN(left.forms, desk.care.unfinished());
            std::vector<PersonId> persons;
            for (const auto& form : left.forms) {
                persons.push_back(form.after.person);
            }
            FS_ASSIGN(auto typed, KeptWords(desk.workplace).left("refer.need/"));
            FS_ASSIGN(const auto reasons, KeptWords(desk.workplace).left("refer.reason/"));
            typed.insert(typed.end(), reasons.begin(), reasons.end());
            for (const auto& words : typed) {
                const auto person = PersonId::fromHex(words.where.substr(words.where.find('/') + 1));
                const bool known = person && std::any_of(left.referrals.begin(), left.referrals.end(),
                                                         [&](const auto& one) { return one.first == *person; });
                if (person && !known) {
                    left.referrals.emplace_back(*person, words);
                    persons.push_back(*person);
                }
            }
            FS_ASSIGN(left.names, spokenNames(desk.workplace.reader, std::move(persons)));
            return left;
        },
        [this](const Result<Left>& left) {
            if (!left) {
                fail(left.error());
                return;
            }
            m_unfinished.clear();
            m_leftNames = left->names;
            for (const auto& form : left->forms) {
                const auto* spec = formOf(form.after.type);
                if (spec == nullptr || form.after.id == m_record.id ||
                    (form.seen && !differsIn(*spec, form.seen->fields, form.after.fields))) {
                    continue; // it is on the screen, or what was left is another page's
                }
                m_unfinished << QVariantMap{
                    {QStringLiteral("recordId"), QString::fromStdString(form.after.id.hex())},
                    {QStringLiteral("personId"), QString::fromStdString(form.after.person.hex())},
                    {QStringLiteral("title"), titleOf(form.after, !form.seen, m_leftNames[form.after.person])},
                    {QStringLiteral("when"), wording().lately(form.keptAt)}};
            }
            for (const auto& [person, words] : left->referrals) {
                const auto name = m_leftNames.find(person);
                m_unfinished << QVariantMap{{QStringLiteral("recordId"), QString{}}, // none yet
                                            {QStringLiteral("personId"), shown(person.hex())},
                                            {QStringLiteral("title"),
                                             name == m_leftNames.end()
                                                 ? tr("A referral that is not sent", "left unfinished")
                                                 : tr("A referral of %1 that is not sent", "left unfinished, %1 person")
                                                       .arg(shown(name->second))},
                                            {QStringLiteral("when"), wording().lately(words.at)}};
            }
            emit unfinishedChanged();
        });
}

void FormModel::clear() {
    keep();
    forget();
    m_unfinished.clear();
    m_leftNames.clear();
    emit unfinishedChanged();
    dismissGivenUp();
}

} // namespace frontsheet
