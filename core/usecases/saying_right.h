// Where agencies disagree about a person, saying which is right. Not for the UI thread.
#pragma once

#include "core/domain/said_right.h"
#include "core/usecases/workplace.h"

namespace frontsheet {

class SayingRight {
public:
    explicit SayingRight(Workplace workplace) : m_work(workplace) {}

    // That what the registration has in this field is right: this worker's view, of their agency, saved when this returns. `seen`: what
    // stood there when they said so; WrongState when something else stands there now. NotFound when it is not here. The same again is
    // a success without a write.
    [[nodiscard]] Result<RecordId> say(const PersonId& person, const RecordId& registration, FieldTag field,
                                       const std::string& seen);
    // It was not meant: the view is entered in error, with the reason, and who read it is told. NotFound for what is no such view of this
    // agency's.
    [[nodiscard]] Result<void> takeBack(const RecordId& view, const std::string& because);

private:
    Workplace m_work;
};

} // namespace frontsheet
