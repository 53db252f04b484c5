package romanize_test

import (
	"fmt"

	"github.com/namyab/namyab/gazetteer/romanize"
)

func ExampleKey() {
	for _, name := range []string{"Panjshir", "Panjsheer", "Panjshēr", "پنجشیر"} {
		fmt.Println(romanize.Key(name))
	}
	fmt.Println(romanize.Key("Deh-e Salah") == romanize.Key("Dehsalah"))
	fmt.Println(romanize.Key("Paktia") == romanize.Key("Paktika"))
	// Output:
	// pnjshir
	// pnjshir
	// pnjshir
	// pnjshir
	// true
	// false
}

func ExampleCosts_Compare() {
	c := romanize.Default()
	for _, pair := range [][2]string{
		{"Haji Abdul Rahim", "Abdurraheem"},
		{"Abdul Rahim", "Abdul Rahman"},
		{"Ahmad Zia Massoud", "Ahmad Wali Massoud"},
		{"Ahmad Massoud", "احمد مسعود"},
	} {
		fmt.Println(pair[0], "/", pair[1], c.Compare(pair[0], pair[1]) >= romanize.DefaultThreshold)
	}
	// Output:
	// Haji Abdul Rahim / Abdurraheem true
	// Abdul Rahim / Abdul Rahman false
	// Ahmad Zia Massoud / Ahmad Wali Massoud false
	// Ahmad Massoud / احمد مسعود true
}

func ExampleCosts_Align() {
	_, edits := romanize.Default().Align("Panjsheer", "Panjshir")
	fmt.Println(edits[0])
	// Output: ee→i
}

func ExampleVariants() {
	for _, v := range romanize.Variants("Massoud", 5) {
		fmt.Println(v.Name)
	}
	// Output:
	// Massoud
	// Masoud
	// Massud
	// Massuud
	// Massood
}

func ExampleAppendEnglish() {
	fmt.Println(romanize.AppendEnglish(nil, "Kamdech"))
	// Output: [kamdekh kamdesh]
}
