declare namespace kintone {
  namespace fieldTypes {
    interface SingleLineText {
      type?: "SINGLE_LINE_TEXT";
      value: string;
      disabled?: boolean;
      error?: string | null;
    }

    interface RichText {
      type?: "RICH_TEXT";
      value: string;
      disabled?: boolean;
      error?: string | null;
    }

    interface MultiLineText {
      type?: "MULTI_LINE_TEXT";
      value: string;
      disabled?: boolean;
      error?: string | null;
    }

    interface Number {
      type?: "NUMBER";
      value: string;
      disabled?: boolean;
      error?: string | null;
    }

    interface Calc {
      type: "CALC";
      value: string;
      disabled?: boolean;
    }

    interface RadioButton {
      type?: "RADIO_BUTTON";
      value: string;
      disabled?: boolean;
      error?: string | null;
    }

    interface DropDown {
      type?: "DROP_DOWN";
      value: string;
      disabled?: boolean;
      error?: string | null;
    }

    interface Date {
      type?: "DATE";
      value: string;
      disabled?: boolean;
      error?: string | null;
    }

    interface Time {
      type?: "TIME";
      value: string;
      disabled?: boolean;
      error?: string | null;
    }

    interface DateTime {
      type?: "DATETIME";
      value: string;
      disabled?: boolean;
      error?: string | null;
    }

    interface Link {
      type?: "LINK";
      value: string;
      disabled?: boolean;
      error?: string | null;
    }

    interface CheckBox {
      type?: "CHECK_BOX";
      value: string[];
      disabled?: boolean;
      error?: string | null;
    }

    interface MultiSelect {
      type?: "MULTI_SELECT";
      value: string[];
      disabled?: boolean;
      error?: string | null;
    }

    interface UserSelect {
      type?: "USER_SELECT";
      value: Array<{ code: string; name: string }>;
      disabled?: boolean;
      error?: string | null;
    }

    interface OrganizationSelect {
      type?: "ORGANIZATION_SELECT";
      value: Array<{ code: string; name: string }>;
      disabled?: boolean;
      error?: string | null;
    }

    interface GroupSelect {
      type?: "GROUP_SELECT";
      value: Array<{ code: string; name: string }>;
      disabled?: boolean;
      error?: string | null;
    }

    interface File {
      type: "FILE";
      value: Array<{
        contentType: string;
        fileKey: string;
        name: string;
        size: string;
      }>;
      disabled?: boolean;
      error?: string | null;
    }

    interface Id {
      type: "__ID__";
      value: string;
    }

    interface Revision {
      type: "__REVISION__";
      value: string;
    }

    /**
     * field type of UserField is MODIFIER.
     * So error property not exists.
     */
    interface Modifier {
      type: "MODIFIER";
      value: { code: string; name: string };
    }

    /**
     * field type of UserField is CREATOR.
     * So error property not exists.
     */
    interface Creator {
      type: "CREATOR";
      value: { code: string; name: string };
    }

    interface RecordNumber {
      type: "RECORD_NUMBER";
      value: string;
    }

    interface UpdatedTime {
      type: "UPDATED_TIME";
      value: string;
    }

    interface CreatedTime {
      type: "CREATED_TIME";
      value: string;
    }
  }
}
