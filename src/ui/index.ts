/** The door of the room: components of KERN in TSX. README.md says which one for what. */
export { Alert } from "./alert.tsx";
export { Actions, Button, ButtonLink } from "./button.tsx";
export { Card } from "./card.tsx";
export { CheckChips, Checkbox, Fieldset, RadioSegment } from "./choice.tsx";
export { Confirm } from "./confirm.tsx";
export { type ConflictField, ConflictNotice } from "./conflict.tsx";
export { Day } from "./day.tsx";
export { ErrorSummary } from "./error-summary.tsx";
export { FileField } from "./file-field.tsx";
export { Form, HiddenField } from "./form.tsx";
export { Col, Row } from "./grid.tsx";
export { Icon } from "./icon.tsx";
export { DescriptionList, EmptyState, FilterBar, Pager, Pages, ResultCount, Status, Tag } from "./lists.tsx";
export { Page, PlainPage } from "./page.tsx";
export { type Option, type OptionGroup, SelectCell, SelectField, SelectSeveral } from "./select-field.tsx";
export { type Column, Table } from "./table.tsx";
export { DateField, NumberField, PasswordField, TextArea, TextCell, TextField } from "./text-field.tsx";
export { Details, NavSteps, Progress, type Task, TaskList } from "./ways.tsx";
