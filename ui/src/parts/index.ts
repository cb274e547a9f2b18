/** All parts in one place; see README.md beside this file for which to use when. */
export { Button, LinkButton } from "./Button";
export { Calendar } from "./Calendar";
export { Checkbox, CheckboxSet, type Choice, RadioSet, YesNo } from "./Choices";
export { Combobox, type Option } from "./Combobox";
export { type DateChip, DateField } from "./DateField";
export { Dialog } from "./Dialog";
export { Disclosure } from "./Disclosure";
export { type Form, useForm } from "./form";
export { Field, type FieldProps, TextArea, TextField, useFieldIds } from "./Field";
export { Empty, ErrorSummary, type Mistake, Notice, Trouble } from "./Notices";
export { NumberField } from "./NumberField";
export { OrderedList } from "./OrderedList";
export { type Side, Standing, Who } from "./People";
export { copy, SaveState } from "./SaveState";
export { Screen, useArrival } from "./Screen";
export { Tabs } from "./Tabs";
export { toast, Toasts } from "./Toasts";
